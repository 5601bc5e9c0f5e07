import { chmod, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { describeRefusal } from '../../language/grade-policy.ts';
import type { Language } from '../../language/language.ts';
import type { Allowed } from './call.ts';
import { decide } from './decide.ts';
import { type PolicyLimits, usualLimits } from './limits.ts';
import { pace } from './pace.ts';
import { archiveGate, carriesArchive, checkProtocol, readJson } from './read-request.ts';
import { PolicyRefusal, type Refusal } from './refusal.ts';
import { relay } from './relay.ts';
import { makeSettler } from './settle.ts';
import { joinTunnel, plainAnswer, switchingHead } from './tunnel.ts';
import { collect, upstreamAt } from './upstream.ts';

/** The door of a sandbox's engine, with the policy in it. Disposing of it ends every connection and removes the socket. */
export interface PolicyProxy extends AsyncDisposable {
  /** What was refused so far, each kind once, in the order in which it happened. */
  readonly refusals: readonly Refusal[];
}

export interface PolicyProxyOptions {
  /** Path of the engine's unix socket. */
  readonly upstream: string;
  /** Path of the socket to listen on; what is there is replaced. Anyone who can reach it may use it. */
  readonly listen: string;
  readonly limits?: Partial<PolicyLimits>;
  /** Ends the proxy, as disposing of it does. */
  readonly signal: AbortSignal;
  /** Of the sentences that a refused client is told. */
  readonly language?: Language;
}

const mostRefusals = 100;

/** Starts a proxy that passes on what the policy allows. Throws where it cannot listen. */
export async function startPolicyProxy(options: PolicyProxyOptions): Promise<PolicyProxy> {
  const limits = { ...usualLimits, ...options.limits };
  const upstream = upstreamAt(options.upstream);
  const settler = makeSettler(upstream, limits);
  const refusals = new Map<string, Refusal>();
  const ending = new AbortController();
  const signal = AbortSignal.any([options.signal, ending.signal]);
  const turn = pace(limits.requestsPerSecond, signal);
  let making: Promise<unknown> = Promise.resolve();

  /** Decides, and sends the head of what is allowed; the answer is the engine's. */
  const pass = async (
    incoming: IncomingMessage,
    client: ServerResponse | Duplex,
    upgrade: boolean,
  ): Promise<{ allowed: Allowed; sent: Sent }> => {
    checkProtocol(incoming);
    await turn();
    const archive = carriesArchive(incoming);
    const body = archive ? undefined : await readJson(incoming, limits.jsonBytes);
    const request = { method: incoming.method ?? '', path: incoming.url ?? '' };
    const decision = decide({ ...request, ...(body === undefined ? {} : { body }) }, limits);
    if (!decision.allow) throw asError(decision.reason, decision.status);
    if ((decision.carries === 'archive') !== archive) throw new PolicyRefusal('malformed', 'URL', request.path, 400);
    if (upgrade && decision.carries !== 'tunnel') throw new PolicyRefusal('protocol', 'Upgrade', '', 400);
    const go = async () => {
      if (decision.makes !== undefined) await settler.makeRoom(decision.makes);
      const allowed = await settler.settle(decision);
      return { allowed, sent: await forward(incoming, client, allowed, upgrade) };
    };
    if (decision.makes === undefined) return go();
    // One at a time: otherwise two would each find room for one.
    const made = making.then(go);
    making = made.catch(() => {});
    return made;
  };

  const forward = (incoming: IncomingMessage, client: ServerResponse | Duplex, allowed: Allowed, upgrade: boolean) => {
    const bytes = allowed.body === undefined ? undefined : Buffer.from(JSON.stringify(allowed.body));
    const archive = allowed.carries === 'archive';
    const out = upstream.open(allowed.method, allowed.path, {
      ...(bytes === undefined ? {} : { 'Content-Type': 'application/json', 'Content-Length': String(bytes.length) }),
      ...(archive ? { 'Content-Type': 'application/x-tar', 'Transfer-Encoding': 'chunked' } : {}),
      ...(bytes === undefined && !archive && allowed.method === 'POST' ? { 'Content-Length': '0' } : {}),
      ...(upgrade ? { Connection: 'Upgrade', Upgrade: 'tcp' } : {}),
    });
    client.once('close', () => out.destroy());
    const answered = new Promise<Sent>((resolve, reject) => {
      out.once('response', answer => resolve({ answer }));
      out.once('upgrade', (answer, socket, head) => resolve({ answer, tunnel: { socket, head } }));
      out.once('error', reject);
      if (!archive) return void out.end(bytes);
      const gate = archiveGate(limits.archiveBytes, allowed.method === 'POST');
      pipeline(incoming, gate, out).catch(error => {
        out.destroy();
        reject(error);
      });
    });
    return answered;
  };

  const refuse = (error: unknown): { status: number; body: string } => {
    if (!(error instanceof PolicyRefusal)) {
      const message = error instanceof Error ? error.message : String(error);
      return { status: 502, body: JSON.stringify({ message: `The sandbox's engine: ${message}` }) };
    }
    if (refusals.size < mostRefusals) refusals.set(JSON.stringify(error.refusal), error.refusal);
    const message = describeRefusal(error.refusal, options.language ?? 'en');
    return { status: error.status, body: JSON.stringify({ message }) };
  };

  const onRequest = async (incoming: IncomingMessage, out: ServerResponse) => {
    try {
      const { allowed, sent } = await pass(incoming, out, false);
      if (allowed.makes === 'exec') await relayExec(sent.answer, out, settler.made);
      else await relay(sent.answer, out, allowed.filter);
    } catch (error) {
      const { status, body } = refuse(error);
      if (out.headersSent) out.destroy();
      // What was not read of the body stays unread: the connection is of no more use.
      else out.writeHead(status, { 'Content-Type': 'application/json', Connection: 'close' }).end(body);
    }
  };

  const onUpgrade = async (incoming: IncomingMessage, client: Duplex, head: Buffer) => {
    client.on('error', () => client.destroy());
    try {
      const { sent } = await pass(incoming, client, true);
      if (sent.tunnel === undefined) {
        const bytes = (await collect(sent.answer, 65_536)) ?? Buffer.alloc(0);
        client.end(plainAnswer(sent.answer.statusCode ?? 502, bytes.toString()));
        return;
      }
      client.write(switchingHead(sent.answer));
      joinTunnel(client, sent.tunnel.socket, { client: head, engine: sent.tunnel.head }, limits.tunnelBytes);
    } catch (error) {
      const { status, body } = refuse(error);
      client.end(plainAnswer(status, body));
    }
  };

  const server = createServer({
    maxHeaderSize: 32_768,
    headersTimeout: 15_000,
    // Of a whole request: builds send their context within it. What the engine answers may take as long as it likes.
    requestTimeout: 180_000,
    connectionsCheckingInterval: 5_000,
    insecureHTTPParser: false,
    requireHostHeader: true,
  });
  server.maxConnections = limits.connections;
  server.on('request', onRequest);
  server.on('upgrade', onUpgrade);
  const sockets = new Set<Duplex>();
  server.on('connection', socket => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('checkContinue', onRequest).on('checkExpectation', onRequest);
  server.on('clientError', (_error, socket) => {
    if (!socket.writable) return void socket.destroy();
    const { status, body } = refuse(new PolicyRefusal('protocol', 'HTTP', '', 400));
    socket.end(plainAnswer(status, body));
  });
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
  options.signal.addEventListener('abort', () => void close(), { once: true });
  return {
    get refusals() {
      return [...refusals.values()];
    },
    [Symbol.asyncDispose]: close,
  };
}

/** The engine's answer, and the connection where it has taken that over. */
interface Sent {
  readonly answer: IncomingMessage;
  readonly tunnel?: { readonly socket: Duplex; readonly head: Buffer };
}

async function relayExec(answer: IncomingMessage, out: ServerResponse, made: (id: string) => void): Promise<void> {
  const bytes = (await collect(answer, 65_536)) ?? Buffer.alloc(0);
  if (answer.statusCode === 201) made((JSON.parse(bytes.toString()) as { Id: string }).Id);
  out.writeHead(answer.statusCode ?? 502, { 'Content-Type': 'application/json' }).end(bytes);
}

function asError({ code, subject, detail }: Refusal, status: number): PolicyRefusal {
  return new PolicyRefusal(code, subject, detail, status);
}
