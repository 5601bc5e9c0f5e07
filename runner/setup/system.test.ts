import { expect, test } from 'vitest';
import { languages } from '../base/language.ts';
import { canProvide, linuxFamily, type System } from './system.ts';
import { setupMessages } from './texts/setup.ts';

test.each([
  ['PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian', 'debian', 'Debian GNU/Linux 12 (bookworm)'],
  ['NAME="Ubuntu"\nID=ubuntu\nID_LIKE=debian', 'debian', 'Ubuntu'],
  ['ID=linuxmint\nID_LIKE="ubuntu debian"\nPRETTY_NAME="Linux Mint 22"', 'debian', 'Linux Mint 22'],
  ["ID=fedora\nPRETTY_NAME='Fedora Linux 43'", 'fedora', 'Fedora Linux 43'],
  ['ID="rocky"\nID_LIKE="rhel centos fedora"', 'fedora', 'Linux'],
  ['ID=arch', 'arch', 'Linux'],
  ['ID=alpine', 'alpine', 'Linux'],
  ['ID="opensuse-leap"\nID_LIKE="suse opensuse"', 'suse', 'Linux'],
  ['ID=nixos\nVERSION_ID="25.11"', 'linux', 'Linux'],
  ['', 'linux', 'Linux'],
])('%j is of the family %s', (osRelease, kind, name) => {
  expect(linuxFamily(osRelease)).toEqual({ kind, name });
});

const system = (kind: System['kind'], root = false, wsl = false): System => ({
  kind,
  root,
  wsl,
  systemd: true,
  name: kind,
  user: 'ana',
});

test('an engine is provided on Debian and its like, as root, and nowhere else', () => {
  expect(canProvide(system('debian', true))).toBe(true);
  expect(canProvide(system('debian', false))).toBe(false);
  expect(canProvide(system('fedora', true))).toBe(false);
});

const kinds = ['debian', 'fedora', 'arch', 'alpine', 'suse', 'linux', 'macos', 'windows', 'other'] as const;

test.each(languages)('there are steps for every system in %s', language => {
  const { steps } = setupMessages[language];
  for (const kind of kinds) expect(steps(system(kind)).length).toBeGreaterThan(1);
  expect(steps(system('debian')).join('\n')).toContain('sudo usermod -aG docker ana');
  expect(steps(system('debian', true)).join('\n')).not.toContain('sudo');
  expect(steps(system('macos')).join('\n')).toContain('colima start');
  expect(steps(system('debian', false, true)).join('\n')).toContain('WSL');
});
