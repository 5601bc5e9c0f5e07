import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline, type Transform } from 'node:stream';
import { plainBuildOutput } from './build-output.ts';
import { type ImageWatch, watched } from './image-watch.ts';
import { isLabsOwnEvent, withoutLabsOwn } from './own-objects.ts';
import type { Allowed } from './rules/call.ts';
import type { Json, JsonObject } from './rules/strict-json.ts';
import { toldLines } from './told-lines.ts';
import { collect } from './upstream.ts';

/** What a client is told of the engine's headers. */
const told = ['content-type', 'api-version', 'docker-experimental', 'ostype', 'server', 'x-docker-container-path-stat'];
const maxListed = 4 * 1024 * 1024;
const longestEvent = 1024 * 1024;

export function toldHeaders(answer: IncomingMessage): Record<string, string> {
  const headers = Object.fromEntries(
    told.flatMap(name => (typeof answer.headers[name] === 'string' ? [[name, answer.headers[name]]] : [])),
  );
  // Clients choose their builder by this: the classic one is the one that the policy lets through.
  return answer.headers['builder-version'] === undefined ? headers : { ...headers, 'builder-version': '1' };
}

/** Passes an answer on as it comes: at once, and no faster than the client reads. */
export async function relay(
  answer: IncomingMessage,
  out: ServerResponse,
  filter: Allowed['filter'],
  watch?: ImageWatch,
): Promise<void> {
  const status = answer.statusCode ?? 502;
  if (status === 200 && (filter === 'containers' || filter === 'df')) {
    const bytes = await collect(answer, maxListed);
    const all: Json = bytes === undefined ? [] : JSON.parse(bytes.toString());
    out.writeHead(200, toldHeaders(answer)).end(JSON.stringify(filtered(all, filter)));
    return;
  }
  if (status !== 200 && watch !== undefined) {
    const bytes = (await collect(answer, maxListed)) ?? Buffer.alloc(0);
    watch.failed(messageIn(bytes));
    out.writeHead(status, toldHeaders(answer)).end(bytes);
    return;
  }
  out.writeHead(status, toldHeaders(answer));
  out.flushHeaders();
  const through = status === 200 ? transforms(filter) : [];
  if (watch !== undefined) through.push(watched(watch));
  await new Promise<void>(resolve => pipeline([answer, ...through, out], () => resolve()));
}

/** What the engine says of a failure. */
function messageIn(bytes: Buffer): string {
  try {
    const { message } = JSON.parse(bytes.toString()) as { readonly message?: unknown };
    return typeof message === 'string' ? message : '';
  } catch {
    return '';
  }
}

function transforms(filter: Allowed['filter']): Transform[] {
  if (filter === 'events') return [withoutLabsEvents()];
  return filter === 'buildkit' ? [plainBuildOutput()] : [];
}

/** The answer to an exec that was made: only such may be run. */
export async function relayExec(
  answer: IncomingMessage,
  out: ServerResponse,
  made: (id: string) => void,
): Promise<void> {
  const bytes = (await collect(answer, maxListed)) ?? Buffer.alloc(0);
  if (answer.statusCode === 201) made((JSON.parse(bytes.toString()) as { Id: string }).Id);
  out.writeHead(answer.statusCode ?? 502, toldHeaders(answer)).end(bytes);
}

function filtered(all: Json, filter: 'containers' | 'df'): Json {
  if (filter === 'containers') return withoutLabsOwn(all);
  return { ...(all as JsonObject), Containers: withoutLabsOwn((all as JsonObject).Containers ?? null) };
}

/** Events come as lines of JSON. */
const withoutLabsEvents = () => toldLines(longestEvent, line => (isOwn(line) ? '' : `${line}\n`));

function isOwn(line: string): boolean {
  try {
    return isLabsOwnEvent(JSON.parse(line));
  } catch {
    return true;
  }
}
