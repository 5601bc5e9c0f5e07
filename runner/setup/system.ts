import { existsSync, readFileSync } from 'node:fs';
import { userInfo } from 'node:os';

/** Where the system's own programs are. A root shell may lack the `sbin` folders, and npm puts its own folders first. */
export const systemPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** The machine, as far as its way to an engine depends on it. */
export interface System {
  readonly kind: 'debian' | 'fedora' | 'arch' | 'alpine' | 'suse' | 'linux' | 'macos' | 'windows' | 'other';
  /** As people say it: `Debian GNU/Linux 12 (bookworm)`, `macOS`… */
  readonly name: string;
  readonly root: boolean;
  /** Linux inside Windows. */
  readonly wsl: boolean;
  /** True if systemd runs its services. */
  readonly systemd: boolean;
  readonly user: string;
}

/** Which family a Linux is of, by its os-release(5). Pure. */
export function linuxFamily(osRelease: string): { kind: System['kind']; name: string } {
  const value = (key: string) => new RegExp(`^${key}=(["']?)(.*)\\1$`, 'm').exec(osRelease)?.[2]?.trim() ?? '';
  const ids = `${value('ID')} ${value('ID_LIKE')}`.toLowerCase().split(/\s+/);
  const is = (...names: string[]) => names.some(name => ids.includes(name));
  const name = value('PRETTY_NAME') || value('NAME') || 'Linux';
  if (is('debian', 'ubuntu')) return { kind: 'debian', name };
  if (is('fedora', 'rhel', 'centos')) return { kind: 'fedora', name };
  if (is('arch', 'archlinux')) return { kind: 'arch', name };
  if (is('alpine')) return { kind: 'alpine', name };
  if (ids.some(id => id.includes('suse'))) return { kind: 'suse', name };
  return { kind: 'linux', name };
}

/** Looks at the machine. */
export function thisSystem(): System {
  const { username: user } = userInfo();
  const root = process.geteuid?.() === 0;
  const machine = { root, wsl: false, systemd: false, user };
  if (process.platform === 'darwin') return { ...machine, kind: 'macos', name: 'macOS' };
  if (process.platform === 'win32') return { ...machine, kind: 'windows', name: 'Windows' };
  if (process.platform !== 'linux') return { ...machine, kind: 'other', name: process.platform };
  const file = ['/etc/os-release', '/usr/lib/os-release'].find(existsSync);
  const family = linuxFamily(file === undefined ? '' : readFileSync(file, 'utf8'));
  const wsl = readFileSync('/proc/sys/kernel/osrelease', 'utf8').toLowerCase().includes('microsoft');
  return { ...machine, ...family, wsl, systemd: existsSync('/run/systemd/system') };
}

/** True if the lab can provide an engine by itself. */
export function canProvide(system: System): boolean {
  return system.kind === 'debian' && system.root;
}
