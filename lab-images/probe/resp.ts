import type { RedisReply } from './protocol.ts';

/** A command in RESP, the protocol that Redis speaks: an array of texts, each with its length in bytes in front. */
export function encodeCommand(words: readonly string[]): string {
  return `*${words.length}\r\n${words.map(word => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`;
}

/**
 * Reads one reply of RESP 2 from `at` on: the reply and where it ends, or undefined where it has not come whole yet.
 * Throws a TypeError for what is no RESP.
 */
export function decodeReply(bytes: Buffer, at = 0): { reply: RedisReply; end: number } | undefined {
  const lineEnd = bytes.indexOf('\r\n', at);
  if (lineEnd < 0) return undefined;
  const text = bytes.toString('utf8', at + 1, lineEnd);
  const end = lineEnd + 2;
  switch (String.fromCharCode(bytes[at] ?? 0)) {
    case '+':
      return { reply: text, end };
    case '-':
      return { reply: { error: text }, end };
    case ':':
      return { reply: Number(text), end };
    case '$': {
      const length = Number(text);
      if (length < 0) return { reply: null, end };
      if (bytes.length < end + length + 2) return undefined;
      return { reply: bytes.toString('utf8', end, end + length), end: end + length + 2 };
    }
    case '*':
      return Number(text) < 0 ? { reply: null, end } : decodeArray(bytes, end, Number(text));
    default:
      throw new TypeError('this is not what Redis says');
  }
}

function decodeArray(bytes: Buffer, from: number, length: number): { reply: RedisReply; end: number } | undefined {
  const items: RedisReply[] = [];
  let end = from;
  while (items.length < length) {
    const item = decodeReply(bytes, end);
    if (item === undefined) return undefined;
    items.push(item.reply);
    end = item.end;
  }
  return { reply: items, end };
}
