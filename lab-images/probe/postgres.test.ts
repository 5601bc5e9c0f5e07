import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { askPostgres } from './postgres.ts';
import { int32, message, takeMessages, text } from './postgres-messages.ts';

const open = new Set<Server>();
afterEach(() => {
  for (const server of open) server.close();
  open.clear();
});

/** A PostgreSQL that asks for this authentication and answers each query with its own text; `said` is what it heard. */
async function postgres(onStart: (socket: Socket) => void, onPassword: (socket: Socket, said: string) => void) {
  const said: string[] = [];
  const server = createServer(socket => {
    let started = false;
    socket.on('data', (chunk: Buffer) => {
      if (!started) {
        started = true;
        said.push(chunk.toString('utf8', 8));
        onStart(socket);
        return;
      }
      for (const { type, body } of takeMessages(chunk).messages) {
        said.push(`${type} ${body.toString('utf8').replace(/\0$/, '')}`);
        if (type === 'p') onPassword(socket, body.toString('utf8'));
        else if (body.includes('wrong')) socket.write(error('42601', 'syntax error'));
        else socket.write(Buffer.concat([row([body.toString('utf8', 0, body.length - 1), null]), complete, ready]));
      }
    });
  });
  open.add(server);
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  return { port: (server.address() as AddressInfo).port, said };
}

const ready = message('Z', Buffer.from('I'));
const complete = message('C', text('SELECT 1'));
const authentication = (kind: number, ...rest: Buffer[]) => message('R', int32(kind), ...rest);
const letIn = (socket: Socket) => socket.write(Buffer.concat([authentication(0), ready]));
const error = (code: string, what: string) =>
  message('E', text(`SERROR`), text(`C${code}`), text(`M${what}`), text(''));

function row(values: readonly (string | null)[]): Buffer {
  const count = Buffer.alloc(2);
  count.writeInt16BE(values.length);
  const cells = values.flatMap(value =>
    value === null ? [int32(-1)] : [int32(Buffer.byteLength(value)), Buffer.from(value)],
  );
  return message('D', count, ...cells);
}

const ask = (port: number, statements: readonly string[] = ['SELECT ‘um’', 'SELECT 2']) =>
  askPostgres({
    ...{ address: '127.0.0.1', port, user: 'ana', password: 'segredo', database: 'loja' },
    ...{ statements, timeoutMs: 5_000 },
  });

test('where no password is asked for, the rows of each statement come back', async () => {
  const { port, said } = await postgres(letIn, () => {});
  expect(await ask(port)).toEqual({ ok: true, results: [[['SELECT ‘um’', null]], [['SELECT 2', null]]] });
  expect(said[0]).toContain('user\0ana\0database\0loja\0');
  expect(said[0]).toContain('default_transaction_read_only=on');
});

test('a password is given as it is asked for: plain, or as MD5 with the salt', async () => {
  const plain = await postgres(socket => socket.write(authentication(3)), letIn);
  expect(await ask(plain.port)).toMatchObject({ ok: true });
  expect(plain.said[1]).toBe('p segredo');
  const md5 = await postgres(socket => socket.write(authentication(5, Buffer.from([1, 2, 3, 4]))), letIn);
  expect(await ask(md5.port)).toMatchObject({ ok: true });
  expect(md5.said[1]).toMatch(/^p md5[0-9a-f]{32}$/);
});

test('SCRAM goes its two rounds', async () => {
  const scram = await postgres(
    socket => socket.write(authentication(10, text('SCRAM-SHA-256'), text(''))),
    (socket, said) => {
      const nonce = /r=(.*)$/.exec(said)?.[1];
      if (said.startsWith('SCRAM')) socket.write(authentication(11, Buffer.from(`r=${nonce}x,s=c2FsdA==,i=4096`)));
      else letIn(socket);
    },
  );
  expect(await ask(scram.port)).toMatchObject({ ok: true });
  expect(scram.said[2]).toMatch(/^p c=biws,r=.*x,p=[\w+/]+=$/);
});

test('what PostgreSQL refuses has its code', async () => {
  const refusing = await postgres(socket => socket.end(error('28P01', 'password authentication failed')), letIn);
  expect(await ask(refusing.port)).toEqual({ ok: false, code: '28P01', detail: 'password authentication failed' });
  const { port } = await postgres(letIn, () => {});
  expect(await ask(port, ['SELECT 1', 'wrong'])).toEqual({ ok: false, code: '42601', detail: 'syntax error' });
});

test('nobody there, or one that hangs up, is an outcome', async () => {
  const { port } = await postgres(socket => socket.end(), letIn);
  expect(await ask(port)).toMatchObject({ ok: false, code: '' });
  for (const server of open) server.close();
  expect(await ask(port)).toMatchObject({ ok: false, detail: /ECONNREFUSED/ });
});
