import type { Transform } from 'node:stream';
import protobuf from 'protobufjs/minimal.js';
import { toldLines } from './told-lines.ts';

/** In characters: one message tells of all the steps that are known by then. */
const longestMessage = 16 * 1024 * 1024;
const trace = 'moby.buildkit.trace';

/** Steps that are of BuildKit's own, and of no Dockerfile. */
const chores = ['[internal] load remote build context', 'copy /context /', 'exporting to image'];

/**
 * Turns the answer to a build by BuildKit into one that clients of the classic builder can show: the steps by name as they begin,
 * and what they write. Whatever else the engine says (errors, the image's id) is passed on.
 */
export function plainBuildOutput(): Transform {
  const begun = new Set<string>();
  return toldLines(longestMessage, line => toldMessage(line, begun));
}

function toldMessage(line: string, begun: Set<string>): string {
  const message: { readonly id?: string; readonly aux?: unknown } = JSON.parse(line);
  if (message.id !== trace || typeof message.aux !== 'string') return `${line}\n`;
  const stream = traceText(Buffer.from(message.aux, 'base64'), begun);
  // Clients show an empty one as an empty line.
  return stream === '' ? '' : `${JSON.stringify({ stream })}\n`;
}

/**
 * What a `moby.buildkit.v1.StatusResponse` says of steps that begin, and of what they write. `begun` are the digests of those that
 * have begun. Field numbers: moby/buildkit, api/services/control/control.proto.
 */
function traceText(bytes: Uint8Array, begun: Set<string>): string {
  let text = '';
  for (const { field, content } of fieldsOf(bytes)) {
    const parts = new Map(fieldsOf(content).map(part => [part.field, part.content]));
    const textOf = (number: number) => new TextDecoder().decode(parts.get(number));
    if (field === 3) text += textOf(4);
    else if (field === 1 && parts.has(5) && !begun.has(textOf(1))) {
      begun.add(textOf(1));
      if (!chores.includes(textOf(3))) text += `${textOf(3)}\n`;
    }
  }
  return text;
}

/** The fields of a message that have a content of their own: texts, bytes and messages. */
function fieldsOf(bytes: Uint8Array): { readonly field: number; readonly content: Uint8Array }[] {
  const reader = protobuf.Reader.create(bytes);
  const fields: { field: number; content: Uint8Array }[] = [];
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    if ((tag & 7) === 2) fields.push({ field: tag >>> 3, content: reader.bytes() });
    else reader.skipType(tag & 7);
  }
  return fields;
}
