/** Messages of PostgreSQL's frontend/backend protocol, version 3.0: a letter, a length that counts itself, a body. */
export interface Message {
  readonly type: string;
  readonly body: Buffer;
}

/** The message that opens a connection; it alone has no letter. */
export function startMessage(parameters: Readonly<Record<string, string>>): Buffer {
  const version = Buffer.from([0, 3, 0, 0]);
  const pairs = Object.entries(parameters).flatMap(([name, value]) => [text(name), text(value)]);
  return framed(Buffer.concat([version, ...pairs, Buffer.from([0])]));
}

/** Any other message of a client. */
export function message(type: string, ...parts: readonly Buffer[]): Buffer {
  return Buffer.concat([Buffer.from(type), framed(Buffer.concat(parts))]);
}

/** A text as the protocol writes it: with a zero at its end. */
export const text = (value: string) => Buffer.from(`${value}\0`);

export function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

const framed = (body: Buffer) => Buffer.concat([int32(body.length + 4), body]);

/** The whole messages at the front of what a server has sent, and the rest. */
export function takeMessages(bytes: Buffer): { messages: Message[]; rest: Buffer } {
  const messages: Message[] = [];
  let at = 0;
  while (bytes.length >= at + 5) {
    const end = at + 1 + bytes.readInt32BE(at + 1);
    if (end < at + 5 || bytes.length < end) break;
    messages.push({ type: bytes.toString('latin1', at, at + 1), body: bytes.subarray(at + 5, end) });
    at = end;
  }
  return { messages, rest: bytes.subarray(at) };
}

/** The values of a DataRow, as text. */
export function rowOf(body: Buffer): (string | null)[] {
  const row: (string | null)[] = [];
  let at = 2;
  while (row.length < body.readInt16BE(0)) {
    const length = body.readInt32BE(at);
    at += 4;
    row.push(length < 0 ? null : body.toString('utf8', at, at + length));
    at += Math.max(0, length);
  }
  return row;
}

/** The code (SQLSTATE) and the text of an ErrorResponse. */
export function errorOf(body: Buffer): { code: string; detail: string } {
  const fields = body.toString('utf8').split('\0');
  const field = (letter: string) => fields.find(candidate => candidate.startsWith(letter))?.slice(1) ?? '';
  return { code: field('C'), detail: field('M') };
}
