import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { Transform } from 'node:stream';
import { toldHeaders } from './relay.ts';

/**
 * Joins a client's connection to one that the engine has taken over (`docker attach`, `docker exec`): both directions, each ended
 * by itself, and each for so many bytes. Whatever goes through it is between the client and the container's own program.
 */
export function joinTunnel(
  client: Duplex,
  engine: Duplex,
  heads: { client: Buffer; engine: Buffer },
  most: number,
): void {
  if (heads.client.length > 0) engine.write(heads.client);
  if (heads.engine.length > 0) client.write(heads.engine);
  client.pipe(atMost(most, client, engine)).pipe(engine);
  engine.pipe(atMost(most, client, engine)).pipe(client);
  for (const [one, other] of [
    [client, engine],
    [engine, client],
  ] as const)
    one.on('error', () => other.destroy()).on('close', () => other.destroy());
}

function atMost(most: number, ...both: readonly Duplex[]): Transform {
  let left = most;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      left -= chunk.length;
      if (left >= 0) return done(null, chunk);
      for (const end of both) end.destroy();
      return done();
    },
  });
}

/** The engine's `101`, written for a connection that Node's server has let go of. */
export function switchingHead(answer: IncomingMessage): string {
  const headers = Object.entries({ ...toldHeaders(answer), Connection: 'Upgrade', Upgrade: 'tcp' });
  return ['HTTP/1.1 101 UPGRADED', ...headers.map(([name, value]) => `${name}: ${value}`), '', ''].join('\r\n');
}

/** A whole answer for such a connection, and its end. */
export function plainAnswer(status: number, body: string): string {
  const length = Buffer.byteLength(body);
  const head = `HTTP/1.1 ${status} ${status === 403 ? 'Forbidden' : 'Answer'}\r\nContent-Type: application/json\r\n`;
  return `${head}Content-Length: ${length}\r\nConnection: close\r\n\r\n${body}`;
}
