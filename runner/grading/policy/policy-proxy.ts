import { chmod, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { inLanguage } from '../../language/tell.ts';
import type { ImageRequest } from '../sandbox/image-request.ts';
import type { Builder } from '../sandbox/sandbox.ts';
import { nobodyFollows, type ScriptFollower } from '../sandbox/script-follower.ts';
import { type ImageWatch, watchOf } from './image-watch.ts';
import { makeOwnFiles, type OwnFiles } from './own-files.ts';
import { pace } from './pace.ts';
import { openPassage } from './passage.ts';
import { relay, relayExec } from './relay.ts';
import { removalWatch } from './removal-watch.ts';
import { makeNameResolver } from './resolve-names.ts';
import type { Allowed } from './rules/call.ts';
import { type PolicyLimits, usualLimits } from './rules/policy-limits.ts';
import { PolicyRefusal, type Refusal, refusalMessage } from './rules/refusal.ts';
import { joinTunnel, plainAnswer, switchingHead } from './tunnel.ts';
import { collect, upstreamAt } from './upstream.ts';

/** The door of a sandbox's engine, with the policy in it. Disposing of it ends every connection and removes the socket. */
export interface PolicyProxy extends AsyncDisposable {
  /** What was refused so far, each kind once, in the order in which it happened. */
  readonly refusals: readonly Refusal[];
  /** What was asked of the engine about images to get or to make, in the order in which it was; the last of them, where they are many. */
  readonly imageRequests: readonly ImageRequest[];
  /** Says where the submission's files are on this machine, of which containers may mount copies. */
  readonly serveFiles: OwnFiles['serve'];
}

export interface PolicyProxyOptions {
  /** Path of the engine's unix socket. */
  readonly upstream: string;
  /** Path of the socket to listen on; what is there is replaced. Anyone who can reach it may use it. */
  readonly listen: string;
  readonly limits?: Partial<PolicyLimits>;
  /** Who builds; the classic builder where nothing is said. */
  readonly builder?: Builder;
  /** Told of each kind of refusal once, before the client is. */
  readonly onRefusal?: (refusal: Refusal) => void;
  /** Told of what is taken away before it is, and of what is made. */
  readonly follower?: ScriptFollower;
  /** Ends the proxy, as disposing of it does. */
  readonly signal: AbortSignal;
}

const maxRefusals = 100;
const maxWatches = 400;
const maxAnswer = 65_536;

/** Against clients that send slowly, or never end. What the engine answers may take as long as it likes. */
const patience = {
  maxHeaderSize: 32_768,
  headersTimeout: 15_000,
  // Of a whole request: builds send their context within it.
  requestTimeout: 180_000,
  connectionsCheckingInterval: 5_000,
  keepAliveTimeout: 60_000,
  insecureHTTPParser: false,
  requireHostHeader: true,
};

/** Starts a proxy that passes on what the policy allows. Throws where it cannot listen. */
export async function startPolicyProxy(options: PolicyProxyOptions): Promise<PolicyProxy> {
  options.signal.throwIfAborted();
  const limits = { ...usualLimits, ...options.limits };
  const upstream = upstreamAt(options.upstream);
  const names = makeNameResolver(upstream, limits);
  const files = makeOwnFiles(upstream);
  const beforeRemoval = removalWatch(upstream, options.follower ?? nobodyFollows);
  const refusals = new Map<string, Refusal>();
  const ending = new AbortController();
  const turn = pace(limits.requestsPerSecond, ending.signal);
  const watches: ImageWatch[] = [];
  const watch = (allowed: Allowed) => {
    const watching = watchOf(allowed);
    if (watching !== undefined) watches.push(watching);
    if (watches.length > maxWatches) watches.shift();
    return watching;
  };
  const builder = options.builder ?? 'classic';
  const pass = openPassage({ limits, builder, upstream, names, files, beforeRemoval, turn, watch });

  const note = (refusal: Refusal) => {
    const key = JSON.stringify(refusal);
    if (refusals.size >= maxRefusals || refusals.has(key)) return;
    refusals.set(key, refusal);
    options.onRefusal?.(refusal);
  };

  /** What the client is told of an error, in the shape that Docker's clients print, and in their language. */
  const tell = (error: unknown): { status: number; body: string; close: boolean } => {
    const answer = (status: number, message: string, close: boolean) => ({
      status,
      body: JSON.stringify({ message }),
      close,
    });
    if (!(error instanceof PolicyRefusal)) return answer(502, engineFault(error), false);
    const { refusal, status } = error;
    note(refusal);
    return answer(status, inLanguage(refusalMessage(refusal), 'en'), refusal.code === 'protocol');
  };

  const onRequest = async (incoming: IncomingMessage, out: ServerResponse) => {
    try {
      const { allowed, answer, watch } = await pass(incoming, out, false);
      if (allowed.makes === 'exec') await relayExec(answer, out, names.made);
      else await relay(answer, out, allowed.filter, watch);
    } catch (error) {
      const { status, body, close } = tell(error);
      if (out.headersSent) return void out.destroy();
      // The rest of what the client is sending is read and forgotten: otherwise it would not read this.
      const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) };
      out.writeHead(status, { ...headers, ...(close ? { Connection: 'close' } : {}) }).end(body);
    }
  };

  const onUpgrade = async (incoming: IncomingMessage, client: Duplex, head: Buffer) => {
    client.on('error', () => client.destroy());
    try {
      const { answer, tunnel } = await pass(incoming, client, true);
      if (tunnel === undefined) {
        const bytes = await collect(answer, maxAnswer);
        client.end(plainAnswer(answer.statusCode ?? 502, bytes?.toString() ?? ''));
        return;
      }
      client.write(switchingHead(answer));
      joinTunnel(client, tunnel.socket, { client: head, engine: tunnel.head }, limits.tunnelBytes);
    } catch (error) {
      const { status, body } = tell(error);
      client.end(plainAnswer(status, body));
    }
  };

  const server = createServer(patience);
  server.maxConnections = limits.connections;
  const sockets = new Set<Duplex>();
  server.on('connection', socket => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('request', onRequest).on('checkContinue', onRequest).on('checkExpectation', onRequest);
  server.on('upgrade', onUpgrade);
  server.on('clientError', (_error, socket) => {
    if (!socket.writable) return void socket.destroy();
    const { status, body } = tell(new PolicyRefusal('protocol', 'HTTP', '', 400));
    socket.end(plainAnswer(status, body));
  });
  server.on('drop', () => tell(new PolicyRefusal('too-many', 'connections', String(limits.connections))));
  await rm(options.listen, { force: true });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(options.listen, resolve));
  // The script's user may be any.
  await chmod(options.listen, 0o666);

  const close = async () => {
    ending.abort();
    const closed = new Promise<void>(resolve => server.close(() => resolve()));
    for (const socket of sockets) socket.destroy();
    await closed;
    await rm(options.listen, { force: true });
  };
  const onAbort = () => void close().catch(() => {});
  options.signal.addEventListener('abort', onAbort, { once: true });
  return {
    get refusals() {
      return [...refusals.values()];
    },
    get imageRequests() {
      return watches.map(({ seen }) => seen);
    },
    serveFiles: folder => files.serve(folder),
    [Symbol.asyncDispose]: async () => {
      options.signal.removeEventListener('abort', onAbort);
      await close();
    },
  };
}

/** No more than the kind, because messages name paths of this machine. */
function engineFault(fault: unknown): string {
  return `The sandbox's engine did not answer: ${(fault as NodeJS.ErrnoException | undefined)?.code ?? 'fault'}`;
}
