import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { link, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CouldNotTell } from '../base/errors.ts';
import type { Language } from '../base/language.ts';
import { findEngine } from './find-engine.ts';
import type { KnownSocket } from './known-sockets.ts';
import type { System } from './system.ts';
import { UnusableEngine } from './unusable-engine.ts';

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

/** A socket on which nobody listens any more. */
async function leaveSocket(path: string): Promise<void> {
  const server = createServer().listen(`${path}.first`);
  await once(server, 'listening');
  // Node removes the name that it listened on, and only that.
  await link(`${path}.first`, path);
  server.close();
  await once(server, 'close');
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
  expect(error.why).toContain('Nobody listens there');
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
  const hung = await failure(findEngine({ env, home }, answering([], 'DEADLINE')));
  expect((hung as UnusableEngine).yieldsToOwn).toBe(true);
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

describe('without a choice, on usual sockets', () => {
  const system: System = { kind: 'debian', name: 'Debian 12', root: true, wsl: false, systemd: true, user: 'root' };
  /** Two places to look, and in each a socket on which nobody listens, as a killed engine leaves it. */
  const usual = async (ids: KnownSocket['id'][] = ['system', 'podman'], language: Language = 'en') => {
    const sockets = ids.map(id => ({ id, path: join(home, `${id}.sock`) }));
    for (const { path } of sockets) await leaveSocket(path);
    return { env: { LAB_ENGINE_DIR: join(home, 'engine') }, home, language, sockets, system };
  };
  /** How each of the sockets fails; where nothing is said of one, it answers. */
  const failing =
    (codes: Partial<Record<KnownSocket['id'], string>>): Parameters<typeof findEngine>[1] =>
    async ({ address }) => {
      const code = codes[address.slice(address.lastIndexOf('/') + 1, -'.sock'.length) as KnownSocket['id']];
      return code === undefined ? undefined : { code, why: `connect ${code}` };
    };
  const found = (id: KnownSocket['id']) => ({ address: `unix://${join(home, `${id}.sock`)}` });

  test.each([
    ['both answer', {}, 'system'],
    ['the first has gone meanwhile', { system: 'ENOENT' }, 'podman'],
    ['nobody listens on the first', { system: 'ECONNREFUSED' }, 'podman'],
    ['the first may not be opened', { system: 'EACCES' }, 'podman'],
  ] as const)('%s: one that answers is used', async (_, codes, id) => {
    expect(await findEngine(await usual(), failing(codes))).toMatchObject(found(id));
  });

  test.each([
    ['hangs', 'DEADLINE', /did not answer within 10 s/, 'systemctl restart docker'],
    ['takes no more connections', 'EAGAIN', /did not answer within 10 s/, 'systemctl restart docker'],
    ['answers nonsense', 'STATUS', /no proper answer/, 'systemctl restart docker'],
  ])('one that %s is told, and no other takes its place', async (_, code, message, next) => {
    const error = await failure(findEngine(await usual(), failing({ system: code })));
    expect(error).toBeInstanceOf(UnusableEngine);
    expect(error.message).toMatch(message);
    expect(error.message).toContain(join(home, 'system.sock'));
    expect(error.next.join()).toContain(next);
    expect((error as UnusableEngine).yieldsToOwn).toBe(false);
  });

  test('where nobody listens anywhere, the first is told, and the way to an engine', async () => {
    const where = await usual();
    const error = await failure(findEngine(where, failing({ system: 'ECONNREFUSED', podman: 'ECONNREFUSED' })));
    expect(error.message).toContain(`(${join(home, 'system.sock')}), but nobody listens`);
    expect(error.next.join()).toMatch(/systemctl start docker.*lab engine start/);
    expect((error as UnusableEngine).yieldsToOwn).toBe(true);
  });

  test('it is told in the language asked for', async () => {
    const where = await usual(['system'], 'pt-BR');
    const hung = await failure(findEngine(where, failing({ system: 'DEADLINE' })));
    expect(hung.message).toMatch(/Há um engine em .*system\.sock, mas ele não respondeu dentro de 10 s/);
    const dead = await failure(findEngine(where, failing({ system: 'ECONNREFUSED' })));
    expect(dead.message).toMatch(/system\.sock\), mas ninguém escuta nele/);
  });

  test("the lab's own that has ended is one that the lab can start; one that hangs is told", async () => {
    const where = await usual([]);
    const own = join(home, 'engine', 'docker.sock');
    await mkdir(dirname(own), { recursive: true });
    await leaveSocket(own);
    await symlink(own, join(home, 'usual.sock'));
    const sockets = [
      { id: 'system' as const, path: join(home, 'usual.sock') },
      { id: 'own' as const, path: own },
    ];
    const all = (code: string) => async () => ({ code, why: code });
    expect(await findEngine({ ...where, sockets }, all('ECONNREFUSED'))).toBeUndefined();
    const error = await failure(findEngine({ ...where, sockets }, all('DEADLINE')));
    expect(error.next.join()).toContain('lab engine stop && lab engine start');
    expect((error as UnusableEngine).yieldsToOwn).toBe(true);
  });

  test('no engine at all is no error, and a folder in the place of a socket is none', async () => {
    const where = await usual([]);
    expect(await findEngine(where, answering([]))).toBeUndefined();
    const path = join(home, 'folder.sock');
    await mkdir(path);
    expect(await findEngine({ ...where, sockets: [{ id: 'system', path }] }, answering([]))).toBeUndefined();
  });
});

test('one that was chosen and hangs is told with how long it was waited for', async () => {
  const where = { env: { DOCKER_HOST: 'unix:///slow.sock' }, home };
  const error = await failure(findEngine(where, answering([], 'DEADLINE')));
  expect(error.message).toContain('DOCKER_HOST points to unix:///slow.sock');
  expect(error.why).toContain('did not answer within 10 s');
  expect(error.next.join()).toMatch(/hangs.*unset DOCKER_HOST/);
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
