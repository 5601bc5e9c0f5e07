import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type PolicyProxy, startPolicyProxy } from './policy-proxy.ts';
import type { PolicyLimits } from './rules/policy-limits.ts';
import { collect } from './upstream.ts';

/** An engine that notes what reaches it, and knows a few containers. */
interface FakeEngine {
  readonly requests: { line: string; headers: IncomingMessage['headers']; body: string }[];
  readonly server: Server;
}

const ports = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`${n + 1}/tcp`, {}]));
const execId = 'e'.repeat(64);
const lines: Readonly<Record<string, [status: number, body: unknown]>> = {
  'GET /v1.41/_ping': [200, 'OK'],
  'GET /v1.41/containers/web/json': [
    200,
    { Id: 'a'.repeat(64), Config: { Labels: { 'estaleiro.image': 'lab/node:26' } } },
  ],
  'GET /v1.41/containers/probe/json': [200, { Id: 'b'.repeat(64), Config: { Labels: { 'estaleiro.session': 'x' } } }],
  'GET /v1.41/networks/host': [200, { Id: 'db01'.padEnd(64, '0') }],
  'GET /v1.41/networks/db': [200, { Name: 'db', Id: 'c'.repeat(64), Driver: 'bridge' }],
  'GET /v1.41/networks/db01': [200, { Name: 'host', Driver: 'host' }],
  'GET /v1.41/containers/json?all=1': [
    200,
    [
      { Id: 'a', Labels: { 'estaleiro.image': 'lab/node:26' } },
      { Id: 'b', Labels: { 'estaleiro.session': 'x' } },
    ],
  ],
  'GET /v1.41/images/0123abcd/json': [200, { RepoTags: ['lab/probe:latest'] }],
  'GET /v1.41/images/feed/json': [200, { RepoTags: ['feed:latest', 'lab/probe:latest'] }],
  'GET /v1.41/images/abcdef/json': [200, { Id: `sha256:${'f'.repeat(64)}`, RepoTags: ['a:1', 'b:1'] }],
  'GET /v1.41/images/wide/json': [200, { Config: { ExposedPorts: ports(40) } }],
  'GET /v1.41/images/mine:1/json': [200, { RepoTags: ['mine:1', 'lab/node:26'] }],
  'POST /v1.41/containers/create': [201, { Id: 'd'.repeat(64), Warnings: [] }],
  [`POST /v1.41/containers/${'a'.repeat(64)}/exec`]: [201, { Id: execId }],
  'POST /v1.41/build?version=1&memory=1073741824': [200, { stream: 'built' }],
};

let folder: string;
let engine: FakeEngine;
let proxy: PolicyProxy;
let open: Socket[];

async function start(limits: Partial<PolicyLimits> = {}): Promise<void> {
  proxy = await startPolicyProxy({
    upstream: join(folder, 'engine.sock'),
    listen: join(folder, 'policy.sock'),
    limits,
    signal: new AbortController().signal,
  });
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'estaleiro-policy-'));
  const requests: FakeEngine['requests'] = [];
  const server = createServer(async (incoming, out) => {
    const line = `${incoming.method} ${incoming.url}`;
    const body = await collect(incoming, 1e9).catch(() => undefined);
    requests.push({ line, headers: incoming.headers, body: body?.toString() ?? '' });
    const created = requests.filter(({ line }) => line.endsWith('/containers/create')).length;
    const [status, known] = lines[line] ?? [404, { message: `no ${line}` }];
    const answer = Array.isArray(known) ? [...known, ...Array.from({ length: created }, () => ({}))] : known;
    out.writeHead(status, { 'Content-Type': 'application/json', 'Builder-Version': '2', 'Set-Cookie': 'a=b' });
    out.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
  });
  // What is attached to says back what it is told, in capitals, and then how it ended.
  server.on('upgrade', async (incoming, socket) => {
    requests.push({ line: `${incoming.method} ${incoming.url}`, headers: incoming.headers, body: '' });
    await collect(incoming, 1e6);
    socket.write('HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n');
    socket.on('error', () => {});
    socket.on('data', chunk => socket.write(chunk.toString().toUpperCase()));
    socket.on('end', () => socket.end('[end]'));
  });
  await new Promise<void>(resolve => server.listen(join(folder, 'engine.sock'), resolve));
  engine = { requests, server };
  open = [];
});

afterEach(async () => {
  for (const socket of open) socket.destroy();
  await proxy[Symbol.asyncDispose]();
  engine.server.closeAllConnections();
  await new Promise(resolve => engine.server.close(resolve));
  await rm(folder, { recursive: true });
});

function dial(): Socket {
  const socket = connect({ path: join(folder, 'policy.sock'), allowHalfOpen: true });
  socket.on('error', () => {});
  open.push(socket);
  return socket;
}

/** Sends bytes as they are, and says all that comes back until the proxy closes. */
async function raw(text: string): Promise<string> {
  const socket = dial();
  socket.write(text);
  const bytes = await collect(socket, 1e6);
  return bytes?.toString() ?? '';
}

function request(line: string, body = '', ...headers: string[]): Promise<string> {
  const length = body === '' ? [] : [`Content-Length: ${Buffer.byteLength(body)}`, 'Content-Type: application/json'];
  return raw([`${line} HTTP/1.1`, 'Host: docker', 'Connection: close', ...length, ...headers, '', body].join('\r\n'));
}

const reached = () => engine.requests.map(({ line }) => line);

test('what is allowed reaches the engine written anew, and its answer comes back', async () => {
  await start();
  const answer = await request('GET //v1.41/%5fping', '', 'X-Registry-Auth: secret', 'User-Agent: x', 'Cookie: a=b');
  expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  expect(answer).toContain('OK');
  expect(answer).toMatch(/builder-version: 1\r\n/i);
  expect(answer).not.toMatch(/set-cookie/i);
  expect(reached()).toEqual(['GET /v1.41/_ping']);
  expect(Object.keys(engine.requests[0]?.headers ?? {}).sort()).toEqual(['connection', 'host']);
});

test('a body is never the bytes of the client', async () => {
  await start();
  const answer = await request('POST /v1.41/containers/create', ' {"Image" : "lab/node:26" ,"Tty":false}');
  expect(answer).toMatch(/ 201 /);
  const sent = engine.requests.find(({ line }) => line === 'POST /v1.41/containers/create');
  expect(JSON.parse(sent?.body ?? '')).toMatchObject({ Image: 'lab/node:26', HostConfig: { PidsLimit: 512 } });
});

test('what is refused never reaches the engine, and the client is told in the shape that Docker has', async () => {
  await start();
  const answer = await request('POST /v1.41/containers/create', '{"Image":"x","HostConfig":{"Binds":["/etc:/x"]}}');
  expect(answer).toMatch(/^HTTP\/1\.1 403 /);
  expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '').message).toMatch(/bind mount of \/etc into \/x.*named volume/);
  await request('POST /v1.41/containers/create', '{"Image":"x","HostConfig":{"Binds":["/etc:/x"]}}');
  expect(reached()).toEqual([]);
  expect(proxy.refusals).toEqual([{ code: 'bind-mount', subject: '/etc', detail: '/x' }]);
});

test.each([
  [
    'a length and chunks',
    'POST /v1.41/containers/create HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  ],
  [
    'two lengths',
    'POST /v1.41/containers/create HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd',
  ],
  [
    'chunks in disguise',
    'POST /v1.41/containers/create HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n',
  ],
  [
    'chunks twice',
    'POST /v1.41/containers/create HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n',
  ],
  ['a space before the colon', 'GET /v1.41/_ping HTTP/1.1\r\nHost : x\r\n\r\n'],
  ['a bare line feed in a header', 'GET /v1.41/_ping HTTP/1.1\r\nHost: x\r\nA: b\n c\r\n\r\n'],
  ['no host', 'GET /v1.41/_ping HTTP/1.1\r\n\r\n'],
  ['two hosts', 'GET /v1.41/_ping HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n'],
  ['an old version', 'GET /v1.41/_ping HTTP/1.0\r\nHost: x\r\n\r\n'],
  ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  [
    'h2c',
    'GET /v1.41/_ping HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQ\r\n\r\n',
  ],
  [
    'a websocket',
    'GET /v1.41/containers/web/attach/ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
  ],
  [
    'an upgrade of what is no tunnel',
    'GET /v1.41/_ping HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n',
  ],
  ['a session', 'POST /session HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n'],
  ['a session over tcp', 'POST /v1.41/session HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n'],
  ['CONNECT', 'CONNECT docker:80 HTTP/1.1\r\nHost: x\r\n\r\n'],
  [
    'expectations',
    'POST /v1.41/build HTTP/1.1\r\nHost: x\r\nConnection: close\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n',
  ],
  [
    'gzip',
    'POST /v1.41/build HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Encoding: gzip\r\nContent-Length: 0\r\n\r\n',
  ],
  ['large headers', `GET /v1.41/_ping HTTP/1.1\r\nHost: x\r\nA: ${'b'.repeat(100_000)}\r\n\r\n`],
  [
    'no body at all',
    'POST /v1.41/containers/create HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 0\r\n\r\n{"Image":"x"}',
  ],
])('%s: nothing reaches the engine', async (_what, bytes) => {
  await start();
  const answer = await raw(bytes);
  expect(answer).not.toMatch(/^HTTP\/1\.1 (1|2)/);
  expect(reached()).toEqual([]);
});

test('a request behind a request is one of its own', async () => {
  await start();
  const ping = 'GET /v1.41/_ping HTTP/1.1\r\nHost: x\r\n\r\n';
  const answer = await raw(`${ping}POST /v1.41/swarm/init HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
  expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 403']);
  expect(reached()).toEqual(['GET /v1.41/_ping']);
});

test('bodies are bounded, whether they say their length or not', async () => {
  await start({ jsonBytes: 1000, archiveBytes: 2000 });
  const long = JSON.stringify({ Image: 'x', Env: ['a'.repeat(2000)] });
  expect(await request('POST /v1.41/containers/create', long)).toMatch(/ 413 /);
  const chunk = `${long.length.toString(16)}\r\n${long}\r\n0\r\n\r\n`;
  const chunked = 'HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n';
  expect(await raw(`POST /v1.41/containers/create ${chunked}${chunk}`)).toMatch(/ 413 /);
  expect(await request('POST /v1.41/build', '\0'.repeat(4096))).toMatch(/ 413 /);
  expect(reached().filter(line => line.includes('create'))).toEqual([]);
});

test('a build takes tar and gzip, and no other compression', async () => {
  await start();
  const tar = `${'Dockerfile'.padEnd(257, '\0')}ustar${'\0'.repeat(762)}`;
  expect(await request('POST /v1.41/build', tar)).toMatch(/ 200 .*built/s);
  expect(engine.requests.at(-1)?.body).toBe(tar);
  expect(await request('POST /v1.41/build', 'no tar at all'.padEnd(600, 'x'))).toMatch(/ 403 .*this is none/s);
  const archive = 'PUT /v1.41/containers/web/archive?path=/';
  expect(await request(archive, 'BZh9'.padEnd(600, 'x'))).toMatch(/ 403 .*compressed with bzip2/s);
  expect(proxy.refusals.map(({ code }) => code)).toEqual(['no-archive', 'compressed']);
});

test("names become ids, and the lab's own containers are nobody's to touch", async () => {
  await start();
  await request('POST /v1.41/containers/web/start');
  expect(reached().at(-1)).toBe(`POST /v1.41/containers/${'a'.repeat(64)}/start`);
  for (const [method, path] of [
    ['POST', 'stop'],
    ['GET', 'logs?stdout=1'],
    ['GET', 'json'],
    ['POST', 'attach?stream=1'],
  ])
    expect(await request(`${method} /v1.41/containers/probe/${path}`)).toMatch(/ 403 /);
  const shared = '{"Image":"x","HostConfig":{"NetworkMode":"container:NAME"}}';
  expect(await request('POST /v1.41/containers/create', shared.replace('NAME', 'probe'))).toMatch(/ 403 /);
  expect(await request('POST /v1.41/containers/create', shared.replace('NAME', 'web'))).toMatch(/ 201 /);
  expect(JSON.parse(engine.requests.at(-1)?.body ?? '').HostConfig.NetworkMode).toBe(`container:${'a'.repeat(64)}`);
  const list = await request('GET /v1.41/containers/json?all=1');
  expect(list).toContain('"Id":"a"');
  expect(list).not.toContain('"Id":"b"');
});

test("the machine's network is meant by its id, too; a bridge may be called like its beginning", async () => {
  await start();
  const joining = (network: string) => JSON.stringify({ Image: 'x', HostConfig: { NetworkMode: network } });
  expect(await request('POST /v1.41/containers/create', joining('db01'))).toMatch(/ 403 /);
  expect(await request('POST /v1.41/containers/create', joining('db'))).toMatch(/ 201 /);
  expect(await request('POST /v1.41/networks/db01/connect', '{"Container":"web"}')).toMatch(/ 403 /);
});

test("an image of the lab's is not removed by its id; another name of it may go", async () => {
  await start();
  expect(await request('DELETE /v1.41/images/0123abcd?force=1')).toMatch(/ 403 /);
  await request('DELETE /v1.41/images/mine:1');
  expect(reached().at(-1)).toBe('DELETE /v1.41/images/mine:1');
  // A name that is also the beginning of an id.
  await request('DELETE /v1.41/images/feed');
  expect(reached().at(-1)).toBe('DELETE /v1.41/images/feed:latest');
  await request('DELETE /v1.41/images/abcdef');
  expect(reached().at(-1)).toBe(`DELETE /v1.41/images/sha256:${'f'.repeat(64)}`);
});

test('there are only so many containers, however many ask at once', async () => {
  await start({ containers: 4 });
  const asked = Array.from({ length: 5 }, () => request('POST /v1.41/containers/create', '{"Image":"x"}'));
  const answers = await Promise.all(asked);
  expect(answers.filter(answer => / 201 /.test(answer))).toHaveLength(2);
  expect(proxy.refusals).toEqual([{ code: 'too-many', subject: 'container', detail: '4' }]);
});

test('an image that exposes thousands of ports does not have them published all', async () => {
  await start();
  const body = (Image: string) => JSON.stringify({ Image, HostConfig: { PublishAllPorts: true } });
  expect(await request('POST /v1.41/containers/create', body('wide'))).toMatch(/ 403 .*publish-all/s);
  expect(await request('POST /v1.41/containers/create', body('mine:1'))).toMatch(/ 201 /);
});

test('an exec that was made here is joined to its client, each half ended by itself', async () => {
  await start();
  const start_ = `POST /v1.41/exec/${execId}/start HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: tcp\r\nContent-Length: 30\r\n\r\n{"Detach":false,"Tty":false}  `;
  expect(await raw(start_)).toMatch(/ 403 /);
  await request('POST /v1.41/containers/web/exec', '{"Cmd":["cat"],"AttachStdin":true}');
  const socket = dial();
  socket.write(start_);
  const [head] = await once(socket, 'data');
  expect(String(head)).toMatch(/^HTTP\/1\.1 101 UPGRADED\r\n/);
  socket.end('olá');
  const rest = await collect(socket, 1e6);
  expect(rest?.toString()).toBe('OLÁ[end]');
  expect(engine.requests.at(-1)?.headers).toMatchObject({ upgrade: 'tcp', connection: 'Upgrade' });
});

test('an attached stream ends where it has carried too much', async () => {
  await start({ tunnelBytes: 1000 });
  const socket = dial();
  socket.write(
    'POST /v1.41/containers/web/attach?stream=1&stdin=1 HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n',
  );
  await once(socket, 'data');
  socket.resume().write('x'.repeat(2000));
  await once(socket, 'end');
});

test('the end of the proxy is the end of every connection', async () => {
  await start();
  const idle = dial();
  idle.write('GET /v1.41/_ping HTTP/1.1\r\nHost: x\r\n\r\n');
  await once(idle, 'data');
  const ended = once(idle, 'end');
  await proxy[Symbol.asyncDispose]();
  await ended;
  const late = dial();
  await expect(once(late, 'connect')).rejects.toThrow(/ENOENT|ECONNREFUSED/);
});

test('an engine that is gone is not the fault of the client', async () => {
  await start();
  engine.server.closeAllConnections();
  await new Promise(resolve => engine.server.close(resolve));
  expect(await request('GET /v1.41/_ping')).toMatch(/ 502 .*did not answer/s);
  expect(proxy.refusals).toEqual([]);
});
