import type { IncomingMessage } from 'node:http';
import { PolicyRefusal } from './rules/refusal.ts';
import { type Json, parseStrictJson } from './rules/strict-json.ts';
import { collect } from './upstream.ts';

/** Requests whose body is an archive: it is not for reading. */
export function carriesArchive({ method, url = '' }: IncomingMessage): boolean {
  const path = (url.split('?')[0] ?? '').replace(/\/+/g, '/');
  return (method === 'POST' && /\/build$/.test(path)) || (method === 'PUT' && /\/archive$/.test(path));
}

/**
 * Refuses what two readers of HTTP might read differently, or what would switch to another protocol unseen. Node's parser, which
 * is strict, has already refused a length together with chunks.
 */
export function checkProtocol(incoming: IncomingMessage): void {
  const { headers, httpVersion } = incoming;
  const refuse = (what: string): never => {
    throw new PolicyRefusal('protocol', what, '', 400);
  };
  if (httpVersion !== '1.1') refuse(`HTTP/${httpVersion}`);
  if (headers['transfer-encoding'] !== undefined && headers['transfer-encoding'] !== 'chunked')
    refuse('Transfer-Encoding');
  if (headers['content-encoding'] !== undefined) refuse('Content-Encoding');
  if (headers.expect !== undefined) refuse('Expect');
  if (headers.upgrade !== undefined && headers.upgrade.toLowerCase() !== 'tcp') refuse(`Upgrade: ${headers.upgrade}`);
  for (const name of ['host', 'content-length', 'transfer-encoding', 'upgrade'])
    if ((incoming.headersDistinct[name]?.length ?? 0) > 1) refuse(name);
}

/** The JSON of a body, or undefined where it has none. Throws PolicyRefusal. */
export async function readJson(incoming: IncomingMessage, most: number): Promise<Json | undefined> {
  const declared = Number(incoming.headers['content-length'] ?? 0);
  const bytes = declared > most ? undefined : await collect(incoming, most);
  if (bytes === undefined) throw new PolicyRefusal('too-large', 'JSON', String(most), 413);
  return bytes.length === 0 ? undefined : parseStrictJson(bytes);
}
