import { expect, test } from 'vitest';
import { aptReason, aptStep, aptTrouble, enginePackages } from './apt-output.ts';

test.each([
  ['E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 812 (unattended-upgr)', 'locked'],
  ['E: Unable to lock directory /var/lib/apt/lists/', 'locked'],
  ['E: Unable to acquire the dpkg frontend lock', 'locked'],
  ["E: dpkg was interrupted, you must manually run 'dpkg --configure -a'", 'interrupted-dpkg'],
  ['E: Unable to locate package docker.io', 'stale-lists'],
  ["E: Package 'docker.io' has no installation candidate", 'stale-lists'],
  ['E: Failed to fetch http://mirror/d.deb  404  Not Found', 'stale-lists'],
  ['E: You do not have enough free space', 'other'],
])('%s: %s', (output, trouble) => {
  expect(aptTrouble(output)).toBe(trouble);
});

test('of the many lines of apt, people see what is fetched, unpacked and set up', () => {
  const fetched = 'Get:2 http://mirror/debian bookworm/main amd64 docker.io amd64 20.10.24+dfsg1-1+b3 [36.2 MB]';
  expect(aptStep(fetched)).toEqual({ does: 'fetched', what: 'docker.io (36.2 MB)' });
  expect(aptStep('Setting up runc (1.1.5+ds1-1) ...')).toEqual({ does: 'settingUp', what: 'runc 1.1.5+ds1-1' });
  expect(aptStep('Unpacking libip4tc2:amd64 (1.8.9-2) ...')).toEqual({ does: 'unpacking', what: 'libip4tc2 1.8.9-2' });
  expect(aptStep('Get:1 http://mirror/debian bookworm InRelease [151 kB]')).toBeUndefined();
  expect(aptStep('Reading package lists...')).toBeUndefined();
});

test("the reason is apt's own error lines, or else the last lines", () => {
  expect(aptReason('Reading…\nE: one\nW: two\nE: three\n')).toBe('E: one\nE: three');
  expect(aptReason('a\nb\n\n')).toBe('a\nb');
});

test('a package is added only where the machine needs it', () => {
  const plain = enginePackages({ appArmor: false, cgroups: true, separateClient: false });
  expect(plain).toContain('docker.io');
  const all = enginePackages({ appArmor: true, cgroups: false, separateClient: true });
  expect(all.filter(name => !plain.includes(name))).toEqual(['apparmor', 'cgroupfs-mount', 'docker-cli']);
});
