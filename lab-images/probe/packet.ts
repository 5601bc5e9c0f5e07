import { formatAddress } from './proc-net.ts';
import type { Endpoint } from './protocol.ts';

/** What is read of an IP packet that carries TCP or UDP. */
export interface Packet {
  protocol: 'tcp' | 'udp';
  from: Endpoint;
  to: Endpoint;
  /** TCP only. */
  flags: { syn: boolean; ack: boolean; rst: boolean };
  payload: Buffer;
}

const none = { syn: false, ack: false, rst: false };

/** Reads a packet from its IP header on (RFC 791, RFC 8200). Undefined for fragments and for other protocols. */
export function parsePacket(bytes: Buffer): Packet | undefined {
  const version = (bytes[0] ?? 0) >> 4;
  if (version === 4 && bytes.length >= 20) {
    const header = ((bytes[0] ?? 0) & 15) * 4;
    const isLaterFragment = (bytes.readUInt16BE(6) & 0x1fff) !== 0;
    if (isLaterFragment) return undefined;
    const body = bytes.subarray(header, bytes.readUInt16BE(2) || bytes.length);
    return parseTransport(bytes[9], body, bytes.subarray(12, 16), bytes.subarray(16, 20));
  }
  if (version === 6 && bytes.length >= 40) {
    return parseTransport(bytes[6], bytes.subarray(40), bytes.subarray(8, 24), bytes.subarray(24, 40));
  }
  return undefined;
}

function parseTransport(
  protocol: number | undefined,
  body: Buffer,
  source: Buffer,
  target: Buffer,
): Packet | undefined {
  if (body.length < 8) return undefined;
  const from = { address: formatAddress(source), port: body.readUInt16BE(0) };
  const to = { address: formatAddress(target), port: body.readUInt16BE(2) };
  if (protocol === 17) return { protocol: 'udp', from, to, flags: none, payload: body.subarray(8) };
  if (protocol !== 6 || body.length < 20) return undefined;
  const bits = body[13] ?? 0;
  const flags = { syn: (bits & 2) !== 0, ack: (bits & 16) !== 0, rst: (bits & 4) !== 0 };
  return { protocol: 'tcp', from, to, flags, payload: body.subarray(((body[12] ?? 0) >> 4) * 4) };
}

export interface DnsAnswer {
  name: string;
  /** RCODE. */
  code: number;
  addresses: string[];
}

/** Reads a name server's answer (RFC 1035, 4.1). Undefined where the bytes are none, or only a question. */
export function parseDnsAnswer(message: Buffer): DnsAnswer | undefined {
  try {
    if (message.length < 12) return undefined;
    const flags = message.readUInt16BE(2);
    const isAnswer = (flags & 0x8000) !== 0;
    if (!isAnswer || message.readUInt16BE(4) !== 1) return undefined;
    const question = readName(message, 12);
    let at = question.end + 4;
    const addresses: string[] = [];
    for (let left = message.readUInt16BE(6); left > 0; left--) {
      at = readName(message, at).end;
      const type = message.readUInt16BE(at);
      const length = message.readUInt16BE(at + 8);
      const isAddress = (type === 1 && length === 4) || (type === 28 && length === 16);
      if (isAddress) addresses.push(formatAddress(message.subarray(at + 10, at + 10 + length)));
      at += 10 + length;
    }
    return { name: question.name, code: flags & 15, addresses };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** A name and where it ends; a compression pointer (RFC 1035, 4.1.4) ends it, and what it points to is not read. */
function readName(message: Buffer, start: number): { name: string; end: number } {
  const labels: string[] = [];
  for (let at = start; ; ) {
    const length = message.readUInt8(at);
    if (length === 0) return { name: labels.join('.'), end: at + 1 };
    if (length >= 0xc0) return { name: labels.join('.'), end: at + 2 };
    labels.push(message.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
}

/** The request line and Host header of an HTTP/1 request's first bytes (RFC 9112), or undefined where they are none. */
export function parseHttpRequest(payload: Buffer): { method: string; path: string; host?: string } | undefined {
  const head = payload.toString('latin1', 0, 4096);
  const line = /^([A-Z]{3,10}) (\S+) HTTP\/1\.[01]\r?\n/.exec(head);
  if (line === null) return undefined;
  const [, method = '', path = ''] = line;
  const host = /^host:[ \t]*([^\r\n]*?)[ \t]*\r?$/im.exec(head.split(/\r?\n\r?\n/, 1)[0] ?? '')?.[1];
  return { method, path, ...(host === undefined ? {} : { host }) };
}
