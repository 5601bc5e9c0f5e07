import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, connect as openSocket, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A door to the real engine that can be shut, as if the engine had been stopped, and opened again. */
export interface EngineProxy extends AsyncDisposable {
  /** What DOCKER_HOST is to be. */
  readonly address: string;
  shut(): Promise<void>;
  open(): Promise<void>;
}

/** `engine` is an engine's DOCKER_HOST, that of this file's own where none is given; only unix sockets are understood. */
export async function openEngineProxy(engine = process.env.DOCKER_HOST ?? ''): Promise<EngineProxy> {
  if (!engine.startsWith('unix://')) throw new Error(`needs an engine on a unix socket, not ${engine}`);
  const folder = await mkdtemp(join(tmpdir(), 'estaleiro-proxy-'));
  const path = join(folder, 'engine.sock');
  const sockets = new Set<Socket>();
  let server: Server | undefined;
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
  };
  const open = async () => {
    // Half-open, because the engine takes the end of a hijacked connection's one half for what it is.
    server = createServer({ allowHalfOpen: true }, incoming => {
      const outgoing = openSocket({ path: engine.slice('unix://'.length), allowHalfOpen: true });
      keep(incoming);
      keep(outgoing);
      incoming.pipe(outgoing).pipe(incoming);
      incoming.on('close', () => outgoing.destroy());
      outgoing.on('close', () => incoming.destroy());
    });
    await new Promise<void>((resolve, reject) => server?.once('error', reject).listen(path, resolve));
  };
  const shut = async () => {
    const closed = new Promise<void>(resolve => (server ? server.close(() => resolve()) : resolve()));
    for (const socket of sockets) socket.destroy();
    await closed;
    server = undefined;
  };
  await open();
  return {
    address: `unix://${path}`,
    shut,
    open,
    [Symbol.asyncDispose]: async () => {
      await shut();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
