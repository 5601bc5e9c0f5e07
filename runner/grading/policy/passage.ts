import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Builder } from '../sandbox/sandbox.ts';
import { archiveGate } from './archive-gate.ts';
import type { ImageWatch } from './image-watch.ts';
import type { OwnFiles } from './own-files.ts';
import { carriesArchive, checkProtocol, readJson } from './read-request.ts';
import type { NameResolver } from './resolve-names.ts';
import type { Allowed } from './rules/call.ts';
import { decide } from './rules/decide.ts';
import type { PolicyLimits } from './rules/policy-limits.ts';
import { PolicyRefusal } from './rules/refusal.ts';
import type { Upstream } from './upstream.ts';

/** The engine's answer, and the connection where it has taken that over. */
export interface Answered {
  readonly allowed: Allowed;
  readonly answer: IncomingMessage;
  readonly tunnel?: { readonly socket: Duplex; readonly head: Buffer };
  /** Where it is about an image to get or to make. */
  readonly watch?: ImageWatch | undefined;
}

interface Passage {
  readonly limits: PolicyLimits;
  readonly builder: Builder;
  readonly upstream: Upstream;
  readonly names: NameResolver;
  readonly files: OwnFiles;
  /** Resolves when what a request would take away has been looked at. */
  readonly beforeRemoval: (decision: Allowed) => Promise<void>;
  /** Resolves when it is a request's turn. */
  readonly turn: () => Promise<void>;
  /** Called with what is about to be sent. */
  readonly watch: (allowed: Allowed) => ImageWatch | undefined;
}

/** The client's side of a request: what it ends with, ends the engine's side too. */
export type Client = ServerResponse | Duplex;

/**
 * Takes a request from its first byte to the head of the engine's answer: checked, decided, looked up, and written anew. The
 * returned function throws PolicyRefusal for what is refused, and the fault of the connection where the engine gives no answer.
 */
export function openPassage({ limits, builder, upstream, names, files, beforeRemoval, turn, watch }: Passage) {
  let making: Promise<unknown> = Promise.resolve();

  return async (incoming: IncomingMessage, client: Client, upgrade: boolean): Promise<Answered> => {
    checkProtocol(incoming);
    await turn();
    const archive = carriesArchive(incoming);
    const body = archive ? undefined : await readJson(incoming, limits.jsonBytes);
    const request = { method: incoming.method ?? '', path: incoming.url ?? '' };
    const decision = decide({ ...request, ...(body === undefined ? {} : { body }) }, limits, builder);
    if (!decision.allow) throw PolicyRefusal.of(decision.reason, decision.status);
    if ((decision.carries === 'archive') !== archive) throw new PolicyRefusal('malformed', 'URL', request.path, 400);
    if (upgrade && decision.carries !== 'tunnel') throw new PolicyRefusal('protocol', 'Upgrade', '', 400);
    const go = async () => {
      await beforeRemoval(decision);
      if (decision.makes !== undefined) await names.makeRoom(decision.makes);
      const allowed = await files.place(await names.resolve(decision));
      const watching = watch(allowed);
      const answered = await forward(incoming, client, allowed, upgrade);
      return { allowed, ...answered, watch: watching };
    };
    if (decision.makes === undefined) return go();
    // One at a time: otherwise two would each find room for one.
    const made = making.then(go);
    making = made.catch(() => {});
    return made;
  };

  function forward(incoming: IncomingMessage, client: Client, allowed: Allowed, upgrade: boolean) {
    const bytes = allowed.body === undefined ? undefined : Buffer.from(JSON.stringify(allowed.body));
    const archive = allowed.carries === 'archive';
    const out = upstream.open(allowed.method, allowed.path, {
      ...(bytes === undefined ? {} : { 'Content-Type': 'application/json', 'Content-Length': String(bytes.length) }),
      ...(archive ? { 'Content-Type': 'application/x-tar', 'Transfer-Encoding': 'chunked' } : {}),
      ...(bytes === undefined && !archive && allowed.method === 'POST' ? { 'Content-Length': '0' } : {}),
      ...(upgrade ? { Connection: 'Upgrade', Upgrade: 'tcp' } : {}),
    });
    client.once('close', () => out.destroy());
    return new Promise<Pick<Answered, 'answer' | 'tunnel'>>((resolve, reject) => {
      out.once('response', answer => resolve({ answer }));
      out.once('upgrade', (answer, socket, head) => {
        socket.on('error', () => socket.destroy());
        resolve({ answer, tunnel: { socket, head } });
      });
      out.on('error', reject);
      // The client was gone before there was an answer.
      out.once('close', () => reject(new Error('the connection was closed')));
      if (!archive) return void out.end(bytes);
      const gate = archiveGate(limits.archiveBytes, allowed.method === 'POST');
      // Not `pipeline`: it would end the client's connection before the client was told why.
      const leave = (error: Error) => {
        incoming.unpipe(gate).resume();
        out.destroy();
        reject(error);
      };
      gate.once('error', leave);
      out.once('error', leave);
      incoming.pipe(gate).pipe(out);
    });
  }
}
