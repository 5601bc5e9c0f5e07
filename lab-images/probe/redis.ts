import { connect } from 'node:net';
import type { RedisOutcome, RedisReply, RedisTarget } from './protocol.ts';
import { decodeReply, encodeCommand } from './resp.ts';

/**
 * Sends commands to a Redis over a connection of its own and gives their replies, in order. Never rejects: what went
 * wrong is an outcome too. A refused login is one; a command that Redis refuses has the error as its reply.
 */
export function askRedis({ address, port, user, password, commands, timeoutMs }: RedisTarget): Promise<RedisOutcome> {
  const login = password === undefined ? [] : [['AUTH', ...(user === undefined ? [] : [user]), password]];
  const all = [...login, ...commands];
  const { promise, resolve } = Promise.withResolvers<RedisOutcome>();
  const socket = connect({ host: address, port });
  const settle = (outcome: RedisOutcome) => {
    resolve(outcome);
    clearTimeout(timer);
    socket.destroy();
  };
  const fail = (detail: string) => settle({ ok: false, detail });
  const timer = setTimeout(() => fail(`no answer within ${timeoutMs / 1_000} s`), timeoutMs);
  const replies: RedisReply[] = [];
  let bytes: Buffer = Buffer.alloc(0);
  socket.on('connect', () => socket.write(all.map(encodeCommand).join('')));
  socket.on('error', error => fail(error.message));
  socket.on('close', () => fail('the connection was closed'));
  socket.on('data', (chunk: Buffer) => {
    bytes = Buffer.concat([bytes, chunk]);
    try {
      for (let found = decodeReply(bytes); found !== undefined; found = decodeReply(bytes)) {
        replies.push(found.reply);
        bytes = bytes.subarray(found.end);
      }
    } catch (error) {
      fail(error instanceof Error ? error.message : String(error));
    }
    const refused = replies.slice(0, login.length).find(isError);
    if (refused !== undefined) fail(refused.error);
    else if (replies.length === all.length) settle({ ok: true, replies: replies.slice(login.length) });
  });
  return promise;
}

const isError = (reply: RedisReply): reply is { error: string } =>
  typeof reply === 'object' && reply !== null && 'error' in reply;
