import { expect, test } from 'vitest';
import { fakeContainer } from '../test/fakes/facts.ts';
import { reasonOf, startFailure } from './start-failure.ts';

const created = (error: string) => fakeContainer('x', { state: 'created', exitCode: 128, error, command: ['main'] });
const endpoint = 'driver failed programming external connectivity on endpoint x (3f3c709c661c)';
const runc =
  'failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process';

const port = (number: number, reason = 'taken') => ({ kind: 'port', port: number, reason });
const program = (reason: string, name: string) => ({ kind: 'program', reason, program: name });

test.each([
  [`${endpoint}: Bind for 0.0.0.0:8080 failed: port is already allocated`, port(8080)],
  [`failed to set up container networking: ${endpoint}: Bind for :::80 failed: port is already allocated`, port(80)],
  [`${endpoint}: Error starting userland proxy: listen tcp4 0.0.0.0:90: bind: address already in use`, port(90)],
  [`${endpoint}: failed to bind host port for 127.0.0.1:8080:172.17.0.2:80/tcp: address already in use`, port(8080)],
  [`${endpoint}: failed to bind host port 0.0.0.0:8080/tcp: address already in use`, port(8080)],
  ['rootlessport listen tcp [::1]:8080: bind: address already in use', port(8080)],
  ['cannot listen on the TCP port: listen tcp4 :8080: bind: address already in use', port(8080)],
  ['cannot expose privileged port 80, …: listen tcp4 0.0.0.0:80: bind: permission denied', port(80, 'refused')],
  ['Address already in use', { kind: 'other' }],
  [`${runc}: exec: "nosuch": executable file not found in $PATH: unknown`, program('missing', 'nosuch')],
  [`${runc}: exec: "/a b": stat /a b: no such file or directory: unknown`, program('missing', '/a b')],
  ['crun: executable file `nosuch` not found in $PATH: No such file or directory', program('missing', 'nosuch')],
  [`${runc}: exec: "/etc/passwd": permission denied: unknown`, program('not-executable', '/etc/passwd')],
  ['standard_init_linux.go:228: exec user process caused: exec format error', program('wrong-format', 'main')],
  [
    'OCI runtime create failed: rootfs_linux.go:76: mounting \\"/a\\" to rootfs \\"/var/merged\\" at \\"/b\\" caused: not a directory',
    { kind: 'mount', source: '/a', target: '/b' },
  ],
  [
    'invalid mount config for type "bind": bind source path does not exist: /srv/x',
    { kind: 'mount', source: '/srv/x', target: undefined },
  ],
  ['network 0123 not found', { kind: 'network' }],
  ['cannot join network of a non running container: 0123', { kind: 'network' }],
  ['unable to find user ana: no matching entries in passwd file', { kind: 'user', user: 'ana' }],
  ['something new', { kind: 'other' }],
])('%s', (error, failure) => expect(startFailure(created(error))).toEqual(failure));

test('one that runs, or of which the engine says nothing, has no failure', () => {
  expect(startFailure(fakeContainer('x', { error: 'network 0 not found' }))).toBeUndefined();
  expect(startFailure(fakeContainer('x', { state: 'created' }))).toBeUndefined();
});

test('the reason comes in one line, without what nobody can do anything with', () => {
  expect(reasonOf(`${runc}: exec: "nosuch": executable file not found in $PATH: unknown`)).toBe(
    'exec: "nosuch": executable file not found in $PATH',
  );
  expect(reasonOf(`${endpoint}: Bind for 0.0.0.0:8080 failed: port is already allocated`)).toBe(
    'Bind for 0.0.0.0:8080 failed: port is already allocated',
  );
  expect(reasonOf(`network\n ${'x'.repeat(900)}`).length).toBeLessThan(250);
});
