import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { askRedis } from './redis.ts';

const open = new Set<Server>();
afterEach(() => {
  for (const server of open) server.close();
  open.clear();
});

/** A Redis that says this to whatever it is told; `heard` is what it was told. */
async function redis(says: string): Promise<{ port: number; heard: string[] }> {
  const heard: string[] = [];
  const server = createServer(socket => {
    socket.on('data', chunk => {
      heard.push(chunk.toString());
      // In two parts, so that replies are put together again.
      socket.write(says.slice(0, 7));
      setImmediate(() => socket.end(says.slice(7)));
    });
  });
  open.add(server);
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  return { port: (server.address() as AddressInfo).port, heard };
}

const ask = (port: number, login: { user?: string; password?: string } = {}) =>
  askRedis({
    address: '127.0.0.1',
    port,
    ...login,
    commands: [
      ['GET', 'a'],
      ['INCR', 'b'],
    ],
    timeoutMs: 5_000,
  });

test('replies come in the order of the commands, errors among them', async () => {
  const { port, heard } = await redis('$2\r\n41\r\n-ERR value is not an integer\r\n');
  expect(await ask(port)).toEqual({ ok: true, replies: ['41', { error: 'ERR value is not an integer' }] });
  expect(heard.join('')).toBe('*2\r\n$3\r\nGET\r\n$1\r\na\r\n*2\r\n$4\r\nINCR\r\n$1\r\nb\r\n');
});

test('the login comes first, and its reply is not given', async () => {
  const { port, heard } = await redis('+OK\r\n$2\r\n41\r\n:42\r\n');
  expect(await ask(port, { user: 'ana', password: 'segredo' })).toEqual({ ok: true, replies: ['41', 42] });
  expect(heard.join('')).toMatch(/^\*3\r\n\$4\r\nAUTH\r\n\$3\r\nana\r\n\$7\r\nsegredo\r\n/);
});

test('a refused login is an outcome, and so is what is no Redis', async () => {
  const refusing = await redis('-WRONGPASS invalid username-password pair\r\n-NOAUTH\r\n-NOAUTH\r\n');
  expect(await ask(refusing.port, { password: 'x' })).toMatchObject({ ok: false, detail: /WRONGPASS/ });
  const other = await redis('HTTP/1.1 400 Bad Request\r\n\r\n');
  expect(await ask(other.port)).toMatchObject({ ok: false });
});

test('nobody there, or one that hangs up, is an outcome', async () => {
  const { port } = await redis('+OK\r\n');
  expect(await ask(port)).toEqual({ ok: false, detail: 'the connection was closed' });
  for (const server of open) server.close();
  expect(await ask(port)).toMatchObject({ ok: false, detail: /ECONNREFUSED/ });
});
