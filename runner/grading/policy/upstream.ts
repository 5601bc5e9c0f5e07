import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import type { Json } from './rules/strict-json.ts';

const maxBytes = 4 * 1024 * 1024;
const timeoutMs = 20_000;

/** The engine's side: requests that this process has written from the first byte to the last. */
export interface Upstream {
  /** `headers` on top of `Host`; the caller writes the body and ends it. */
  open(method: string, path: string, headers: Readonly<Record<string, string>>): ClientRequest;
  /** A small question of the proxy's own. `undefined` if the engine's answer is no 200; throws where it gives none. */
  ask(path: string): Promise<Json | undefined>;
}

/** `socket` is the path of the engine's unix socket. */
export function upstreamAt(socket: string): Upstream {
  const open: Upstream['open'] = (method, path, headers) =>
    request({
      method,
      path,
      headers: { ...headers, Host: 'docker' },
      // The engine takes the end of a hijacked connection's one half for what it is.
      createConnection: () => connect({ path: socket, allowHalfOpen: true }),
    });
  return {
    open,
    ask: async path => {
      const asking = open('GET', path, {});
      asking.setTimeout(timeoutMs, () => asking.destroy(new Error('the engine did not answer in time')));
      const answer = await new Promise<IncomingMessage>((resolve, reject) =>
        asking.once('response', resolve).once('error', reject).end(),
      );
      const bytes = await collect(answer, maxBytes);
      // Not as if there were nothing: what cannot be looked at cannot be told to be harmless.
      if (bytes === undefined) throw new Error('its answer is too long');
      return answer.statusCode === 200 ? JSON.parse(bytes.toString()) : undefined;
    },
  };
}

/** All of a stream, or undefined where it is longer than `most`. */
export async function collect(stream: AsyncIterable<Buffer>, most: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
