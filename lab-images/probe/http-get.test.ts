import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { httpGet } from './http-get.ts';

const open = new Set<Server>();
const sockets = new Set<Socket>();
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  for (const server of open) server.close();
  sockets.clear();
  open.clear();
});

/** The port of a server on the loopback address that is closed after the test. */
async function listening(server: Server): Promise<number> {
  open.add(server);
  server.on('connection', socket => sockets.add(socket));
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  return (server.address() as AddressInfo).port;
}

const http = (listener: RequestListener) => listening(createHttpServer(listener));
const tcp = (onSocket: (socket: Socket) => void) => listening(createTcpServer(onSocket));
const ask = (port: number, timeoutMs = 5_000) =>
  httpGet({ address: '127.0.0.1', port, path: '/x', host: `server:${port}`, timeoutMs });

test('any status is an answer, and the Host header is the one that was given', async () => {
  const port = await http((request, response) => {
    response
      .writeHead(418, { 'content-type': 'text/plain' })
      .end(`${request.method} ${request.url} ${request.headers.host}`);
  });
  expect(await ask(port)).toMatchObject({
    ok: true,
    status: 418,
    contentType: 'text/plain',
    body: `GET /x server:${port}`,
  });
});

test('a body that never ends is read as far as it is worth', async () => {
  const port = await http((_, response) => {
    response.write('x'.repeat(100_000));
  });
  const outcome = await ask(port);
  expect(outcome).toMatchObject({ ok: true, status: 200 });
  expect(outcome.ok && outcome.body.length).toBe(2_048);
});

test('as much of a body is read as is asked for', async () => {
  const port = await http((_, response) => response.end('y'.repeat(100_000)));
  const target = { address: '127.0.0.1', port, path: '/', host: 'server', timeoutMs: 5_000 };
  const outcome = await httpGet({ ...target, mostBody: 50_000 });
  expect(outcome.ok && outcome.body.length).toBe(50_000);
});

test('nobody listening is a refusal', async () => {
  const port = await tcp(() => {});
  for (const server of open) server.close();
  expect(await ask(port)).toMatchObject({ ok: false, reason: 'refused' });
});

test('a greeting of another protocol is not HTTP', async () => {
  const port = await tcp(socket => socket.end('220 mail.example ESMTP\r\n'));
  expect(await ask(port)).toMatchObject({ ok: false, reason: 'not-http' });
});

test('an answer whose lines end without CR is understood', async () => {
  const port = await tcp(socket =>
    socket.once('data', () => socket.end('HTTP/1.0 200 OK\nContent-Type: text/plain\n\nhi')),
  );
  expect(await ask(port)).toMatchObject({ ok: true, status: 200, body: 'hi' });
});

test('a connection closed without a word is told as closed', async () => {
  const port = await tcp(socket => socket.once('data', () => socket.destroy()));
  expect(await ask(port)).toMatchObject({ ok: false, reason: 'closed' });
});

test('silence ends at the deadline', async () => {
  const port = await tcp(() => {});
  expect(await ask(port, 50)).toMatchObject({ ok: false, reason: 'timeout' });
});
