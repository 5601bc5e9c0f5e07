import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A request as it came over the wire. */
export interface RawRequest {
  readonly line: string;
  /** By name in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** All bytes after the head, as far as they have come. */
  body: string;
}

/** What is answered: a status and JSON, other headers, or the connection taken over without reading the body. */
export interface RawAnswer {
  readonly status: number;
  readonly json?: unknown;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly takesOver?: boolean;
}

/** An engine of which every byte that it gets is kept, on a socket of its own. */
export interface RawEngine extends AsyncDisposable {
  readonly address: string;
  readonly requests: readonly RawRequest[];
}

/** Answers each request, by its method and path without the query, as soon as its head is there. */
export async function openRawEngine(answer: (request: string) => RawAnswer): Promise<RawEngine> {
  const folder = await mkdtemp(join(tmpdir(), 'raw-engine-'));
  const path = join(folder, 'engine.sock');
  const requests: RawRequest[] = [];
  const sockets = new Set<Socket>();
  const server = createServer(socket => {
    sockets.add(socket);
    socket.on('error', () => {});
    let head = '';
    let request: RawRequest | undefined;
    socket.on('data', chunk => {
      const text = chunk.toString('latin1');
      if (request !== undefined) {
        request.body += text;
        return;
      }
      head += text;
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) return;
      request = requestOf(head.slice(0, end), head.slice(end + 4));
      requests.push(request);
      const { takesOver, ...rest } = answer(request.line.replace(/[?] ?.*| HTTP.*/, ''));
      socket.write(answerText(rest));
      if (takesOver !== true) socket.end();
    });
  });
  await new Promise<void>(resolve => server.listen(path, resolve));
  return {
    address: `unix://${path}`,
    requests,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise(resolve => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function requestOf(head: string, body: string): RawRequest {
  const [line = '', ...lines] = head.split('\r\n');
  const headers = lines.map(pair => {
    const at = pair.indexOf(':');
    return [pair.slice(0, at).toLowerCase(), pair.slice(at + 1).trim()] as const;
  });
  return { line, headers: new Map(headers), body };
}

function answerText({ status, json, text, headers = {} }: RawAnswer): string {
  const said = text ?? (json === undefined ? '' : JSON.stringify(json));
  const more = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const length = status === 101 || status === 204 ? '' : `Content-Length: ${Buffer.byteLength(said)}\r\n`;
  const connection = status === 101 ? 'Connection: Upgrade\r\nUpgrade: tcp\r\n' : 'Connection: close\r\n';
  return `HTTP/1.1 ${status} said\r\nContent-Type: application/json\r\n${connection}${length}${more.join('')}\r\n${said}`;
}
