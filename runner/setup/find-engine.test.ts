import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CouldNotTell } from '../errors.ts';
import { findEngine } from './find-engine.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'lab-find-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

/** Pretends that engines answer at these addresses and nowhere else. */
const answering =
  (addresses: readonly string[], code = 'ECONNREFUSED') =>
  async ({ address }: { address: string }) =>
    addresses.includes(address) ? undefined : { code, why: `connect ${code}` };

async function put(path: string, text: string): Promise<string> {
  const file = join(home, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  return file;
}

const metaOf = (name: string) => `.docker/contexts/meta/${createHash('sha256').update(name).digest('hex')}/meta.json`;

const failure = (finding: Promise<unknown>) =>
  finding.then(
    () => expect.unreachable('it should have failed'),
    (error: unknown) => {
      expect(error).toBeInstanceOf(CouldNotTell);
      return error as CouldNotTell;
    },
  );

test('DOCKER_HOST is taken where it answers', async () => {
  const where = { env: { DOCKER_HOST: 'tcp://127.0.0.1:2375' }, home };
  expect(await findEngine(where, answering(['tcp://127.0.0.1:2375']))).toEqual({
    address: 'tcp://127.0.0.1:2375',
    source: 'DOCKER_HOST',
  });
});

test('a silent DOCKER_HOST is told, and no other engine takes its place', async () => {
  const socket = await put('.docker/run/docker.sock', '');
  const where = { env: { DOCKER_HOST: 'unix:///nowhere.sock' }, home };
  const error = await failure(findEngine(where, answering([`unix://${socket}`])));
  expect(error.message).toContain('DOCKER_HOST points to unix:///nowhere.sock');
  expect(error.why).toBe('connect ECONNREFUSED');
  expect(error.next.join()).toContain('unset DOCKER_HOST');
});

test('a malformed DOCKER_HOST is told in the language asked for', async () => {
  const error = await failure(findEngine({ env: { DOCKER_HOST: 'oops', LANG: 'pt_BR.UTF-8' }, home }, answering([])));
  expect(error.message).toContain('não é o endereço');
  expect(error.message).toContain('oops');
});

test("a silent DOCKER_HOST that is the lab's own engine is one that the lab can start", async () => {
  const env = { LAB_ENGINE_DIR: join(home, 'engine'), DOCKER_HOST: `unix://${join(home, 'engine/docker.sock')}` };
  expect(await findEngine({ env, home }, answering([]))).toBeUndefined();
  await symlink(join(home, 'engine/docker.sock'), join(home, 'usual.sock'));
  const linked = { ...env, DOCKER_HOST: `unix://${join(home, 'usual.sock')}` };
  expect(await findEngine({ env: linked, home }, answering([], 'ENOENT'))).toBeUndefined();
});

test('a context is found under the digest of its name, with its TLS files', async () => {
  await put('.docker/config.json', '{"currentContext":"school"}');
  await put(metaOf('school'), '{"Endpoints":{"docker":{"Host":"tcp://engine.school:2376"}}}');
  const ca = await put(metaOf('school').replace('/meta/', '/tls/').replace('meta.json', 'docker/ca.pem'), 'PEM');
  expect(await findEngine({ env: {}, home }, answering(['tcp://engine.school:2376']))).toEqual({
    address: 'tcp://engine.school:2376',
    source: 'context school',
    tls: { ca },
  });
});

test('an unknown context is told by its name', async () => {
  const error = await failure(findEngine({ env: { DOCKER_CONTEXT: 'nope' }, home }, answering([])));
  expect(error.message).toContain('`nope`');
  expect(error.next.join()).toContain('docker context ls');
});

test('a configuration that is no JSON is told by its path', async () => {
  const file = await put('.docker/config.json', '{"currentContext":');
  const error = await failure(findEngine({ env: {}, home }, answering([])));
  expect(error.message).toContain(file);
});

test('DOCKER_CONFIG moves the configuration', async () => {
  const file = await put('elsewhere/config.json', '[');
  const error = await failure(findEngine({ env: { DOCKER_CONFIG: dirname(file) }, home }, answering([])));
  expect(error.message).toContain(file);
});

test('without a choice the usual sockets are tried', async () => {
  const socket = await put('.colima/default/docker.sock', '');
  expect(await findEngine({ env: {}, home }, answering([`unix://${socket}`]))).toEqual({
    address: `unix://${socket}`,
    source: 'Colima',
  });
});

test("a link to the lab's own socket is told for what it is", async () => {
  const own = await put('engine/docker.sock', '');
  await mkdir(join(home, '.docker/run'), { recursive: true });
  const link = join(home, '.docker/run/docker.sock');
  await symlink(own, link);
  const env = { LAB_ENGINE_DIR: dirname(own) };
  const found = await findEngine({ env, home }, answering([`unix://${link}`]));
  expect(found?.source).toBe("the lab's own engine");
});

test('no engine at all is no error', async () => {
  expect(await findEngine({ env: {}, home }, answering([]))).toBeUndefined();
});

test('a socket that this user may not open is told with its remedy', async () => {
  await put('.docker/run/docker.sock', '');
  const error = await failure(findEngine({ env: {}, home }, answering([], 'EACCES')));
  expect(error.next[0]).toContain('usermod -aG docker');
});

test('a socket that may not be opened does not hide one that may', async () => {
  await put('.docker/run/docker.sock', '');
  const open = await put('.colima/default/docker.sock', '');
  const found = await findEngine({ env: {}, home }, answering([`unix://${open}`], 'EACCES'));
  expect(found?.address).toBe(`unix://${open}`);
});
