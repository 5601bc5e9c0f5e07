import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { askEngine, whyNoAnswer } from './ask-engine.ts';

let folder: string;
let server: Server;
let address: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lab-ask-'));
  const path = join(folder, 'd.sock');
  address = `unix://${path}`;
  server = createServer((request, response) => {
    if (request.url === '/_ping') response.end('OK');
    else if (request.url === '/broken') response.writeHead(500).end('no space left');
    // Any other path is never answered.
  }).listen(path);
  await once(server, 'listening');
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true, force: true });
});

test('an engine that answers its ping needs no explanation', async () => {
  expect(await whyNoAnswer({ address })).toBeUndefined();
});

test('an answer comes with its status', async () => {
  expect(await askEngine({ address }, '/broken')).toEqual({ status: 500, body: 'no space left' });
});

test('one that hangs is given up at the deadline, which is named', async () => {
  expect(await askEngine({ address }, '/hang', 50)).toEqual({ code: 'DEADLINE', why: 'no answer within 0.05 s' });
});

test('a missing socket gives the system code', async () => {
  expect(await whyNoAnswer({ address: `unix://${folder}/none.sock` })).toMatchObject({ code: 'ENOENT' });
});

test('missing TLS files are an explanation, not a crash', async () => {
  const tls = { ca: join(folder, 'ca.pem') };
  expect(await whyNoAnswer({ address: 'tcp://127.0.0.1:1', tls })).toMatchObject({ code: 'ENOENT' });
});

test('ssh is taken at its word', async () => {
  expect(await whyNoAnswer({ address: 'ssh://nobody@nowhere.invalid' })).toBeUndefined();
});
