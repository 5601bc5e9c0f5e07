import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startPolicyThread } from './policy-thread.ts';

const cpu = { share: 0.25, burstMs: 2_000 };
/** What the engine has of containers: as much as a list may be long. */
const containers = JSON.stringify(Array.from({ length: 100_000 }, (_, at) => ({ Id: String(at) })));
let folder: string;
let engine: Server;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'estaleiro-thread-'));
  engine = createServer((incoming, out) => out.end(incoming.url?.endsWith('_ping') ? 'OK' : containers));
  engine.listen(join(folder, 'e.sock'));
  await once(engine, 'listening');
});
afterEach(async () => {
  engine.closeAllConnections();
  engine.close();
  await rm(folder, { recursive: true });
});

const options = () => ({
  ...{ upstream: join(folder, 'e.sock'), listen: join(folder, 'p.sock') },
  signal: new AbortController().signal,
});

async function ask(method: string, path: string, body = ''): Promise<string> {
  const asking = request({
    socketPath: join(folder, 'p.sock'),
    method,
    path,
    headers: { Host: 'docker' },
    agent: false,
  });
  asking.end(body);
  const [answer] = await once(asking, 'response');
  return `${answer.statusCode} ${await text(answer)}`;
}

test('it stands at the door as one in this thread does, and tells what it has refused', async () => {
  await using policy = await startPolicyThread(options());
  expect(await ask('GET', '/v1.41/_ping')).toBe('200 OK');
  for (const _ of [1, 2]) expect(await ask('GET', '/v1.41/secrets')).toMatch(/^403 /);
  await expect.poll(() => policy.refusals.map(({ code }) => code)).toEqual(['endpoint']);
  expect(policy.fault).toBeUndefined();
});

test('it tells what the engine was asked of images, and nothing once it has ended', async () => {
  const policy = await startPolicyThread(options());
  expect(await policy.imageRequests()).toEqual([]);
  await ask('POST', '/v1.41/images/create?fromImage=busybox&tag=1');
  expect(await policy.imageRequests()).toMatchObject([{ kind: 'pull', names: ['busybox:1'] }]);
  await policy[Symbol.asyncDispose]();
  expect(await policy.imageRequests()).toEqual([]);
});

test('once it is disposed of, or its signal has aborted, nobody listens any more, and that is no fault', async () => {
  const policy = await startPolicyThread(options());
  await policy[Symbol.asyncDispose]();
  await expect(ask('GET', '/v1.41/_ping')).rejects.toThrow(/ENOENT|ECONNREFUSED/);
  const stop = new AbortController();
  await using stopped = await startPolicyThread({ ...options(), signal: stop.signal });
  stop.abort();
  await expect.poll(() => ask('GET', '/v1.41/_ping').catch(String)).toMatch(/ENOENT|ECONNREFUSED/);
  expect([policy.fault, stopped.fault]).toEqual([undefined, undefined]);
});

test('where it cannot listen, that is thrown', async () => {
  await expect(startPolicyThread({ ...options(), listen: join(folder, 'nowhere/p.sock') })).rejects.toThrow(
    /ENOENT|EACCES/,
  );
});

test('one that runs out of memory ends alone, and is known to have ended', async () => {
  await using policy = await startPolicyThread(options(), { cpu, memoryMb: 24 });
  const all = Array.from({ length: 12 }, () => ask('GET', '/v1.41/containers/json').catch(String));
  await expect.poll(() => policy.fault, { timeout: 30_000 }).toMatch(/memory/);
  await Promise.all(all);
});

test('one that has used up its share rests, and is ended all the same', async () => {
  const policy = await startPolicyThread(options(), { cpu: { share: 1e-6, burstMs: 0 }, memoryMb: 192 });
  await policy[Symbol.asyncDispose]();
  await expect(ask('GET', '/v1.41/_ping')).rejects.toThrow(/ENOENT|ECONNREFUSED/);
});
