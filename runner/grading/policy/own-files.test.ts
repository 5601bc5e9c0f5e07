import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { extract } from 'tar-stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeOwnFiles, type OwnFiles } from './own-files.ts';
import { decide } from './rules/decide.ts';
import type { JsonObject } from './rules/strict-json.ts';
import { upstreamAt } from './upstream.ts';

let folder: string;
let server: Server;
let files: OwnFiles;
/** What the engine was asked for, and the names in the archives that it got. */
let asked: string[];
let archives: string[][];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'estaleiro-own-'));
  [asked, archives] = [[], []];
  server = createServer(async (incoming, out) => {
    asked.push(`${incoming.method} ${incoming.url?.replace(/estaleiro-files-\w+/, 'NAME')}`);
    if (incoming.method === 'PUT') archives.push(await namesIn(await buffer(incoming)));
    else if (incoming.method === 'POST')
      asked.push(JSON.parse((await buffer(incoming)).toString()).HostConfig.Binds[0]);
    out.writeHead(incoming.method === 'POST' ? 201 : 200).end('{"Id":"abc"}');
  });
  await new Promise<void>(resolve => server.listen(join(folder, 'engine.sock'), resolve));
  const part = join(folder, 'part');
  mkdirSync(join(part, 'db-init/more'), { recursive: true });
  writeFileSync(join(part, 'gateway.conf'), 'events {}');
  writeFileSync(join(part, 'db-init/1.sql'), 'select 1');
  symlinkSync('/etc', join(part, 'out'));
  symlinkSync('gateway.conf', join(part, 'alias.conf'));
  symlinkSync('/etc/shadow', join(part, 'db-init/more/link'));
  linkSync(join(part, 'gateway.conf'), join(part, 'db-init/hard.conf'));
  files = makeOwnFiles(upstreamAt(join(folder, 'engine.sock')));
  files.serve(part);
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise(resolve => server.close(resolve));
  rmSync(folder, { recursive: true });
});

async function namesIn(bytes: Buffer): Promise<string[]> {
  const names: string[] = [];
  const reading = extract();
  reading.end(bytes);
  for await (const entry of reading) {
    names.push(`${entry.header.type} ${entry.header.name}`);
    entry.resume();
  }
  return names;
}

async function placed(hostConfig: object): Promise<JsonObject> {
  const body = { Image: 'x', HostConfig: hostConfig as JsonObject };
  const decision = decide({ method: 'POST', path: '/v1.41/containers/create', body });
  if (!decision.allow) throw new Error(decision.reason.code);
  return (await files.place(decision)).body?.HostConfig as JsonObject;
}
const bind = async (...Binds: string[]) => (await placed({ Binds })).Binds;

test('a file of the submission is mounted as a copy on the engine’s own disk', async () => {
  const copied = '/var/lib/docker/estaleiro-files/1';
  expect(await bind('/work/gateway.conf:/etc/nginx/nginx.conf:ro,z')).toEqual([
    `${copied}/gateway.conf:/etc/nginx/nginx.conf:ro`,
  ]);
  expect(asked).toEqual([
    'POST /v1.41/containers/create?name=NAME',
    `${copied}:/files`,
    'PUT /v1.41/containers/abc/archive?path=/files',
    'DELETE /v1.41/containers/abc?force=1',
  ]);
  expect(archives).toEqual([['file gateway.conf']]);
});

test('a folder comes with what is in it, links are not followed, and who mounts it too has the same', async () => {
  const source = '/var/lib/docker/estaleiro-files/1/db-init';
  expect(await bind('/work/./db-init/:/docker-entrypoint-initdb.d', 'data:/data')).toEqual([
    `${source}:/docker-entrypoint-initdb.d`,
    'data:/data',
  ]);
  const mount = { Type: 'bind', Source: '/work/db-init', Target: '/init', ReadOnly: true };
  expect((await placed({ Mounts: [mount] })).Mounts).toEqual([{ ...mount, Source: source }]);
  expect(archives.map(names => names.map(name => name.replace(/\/$/, '')))).toEqual([
    [
      'directory db-init',
      'file db-init/1.sql',
      'file db-init/hard.conf',
      'directory db-init/more',
      'symlink db-init/more/link',
    ],
  ]);
});

test('what lies in a copy is never a source itself: it is copied from what was handed in', async () => {
  await bind('/work/db-init:/a');
  expect(await bind('/work/db-init/more:/b', '/work:/c')).toEqual([
    '/var/lib/docker/estaleiro-files/2/more:/b',
    '/var/lib/docker/estaleiro-files/3/work:/c',
  ]);
});

test.each([
  ['not there', '/work/nginx.conf:/x'],
  ['a link', '/work/alias.conf:/x'],
  ['behind a link', '/work/out/passwd:/x'],
  ['elsewhere', '/work/../etc/passwd:/x'],
  ['the copies themselves', '/var/lib/docker/estaleiro-files/1:/x'],
  ['the engine’s socket', '/run/lab:/x'],
])('%s is refused, and nothing is copied', async (_, refused) => {
  await expect(bind(refused)).rejects.toThrow(/bind-mount/);
  expect(asked).toEqual([]);
});

test('before it is known what was handed in, nothing is', async () => {
  files = makeOwnFiles(upstreamAt(join(folder, 'engine.sock')));
  await expect(bind('/work/gateway.conf:/x')).rejects.toThrow(/bind-mount/);
});
