/** IP packets put together by hand, from their IP header on, for what reads them. */

type Place = readonly [address: string, port: number];

const flagBits = { S: 2, R: 4, P: 8, A: 16 } as const;

/** A TCP segment in an IPv4 or IPv6 packet; `flags` are letters, such as `SA`. The header has options. */
export function tcpPacket(from: Place, to: Place, flags: string, payload: Buffer | string = ''): Buffer {
  const header = Buffer.alloc(32);
  header.writeUInt16BE(from[1], 0);
  header.writeUInt16BE(to[1], 2);
  header[12] = 8 << 4;
  header[13] = [...flags].reduce((bits, letter) => bits | flagBits[letter as keyof typeof flagBits], 0);
  return ipPacket(from[0], to[0], 6, Buffer.concat([header, Buffer.from(payload)]));
}

export function udpPacket(from: Place, to: Place, payload: Buffer): Buffer {
  const header = Buffer.alloc(8);
  header.writeUInt16BE(from[1], 0);
  header.writeUInt16BE(to[1], 2);
  header.writeUInt16BE(8 + payload.length, 4);
  return ipPacket(from[0], to[0], 17, Buffer.concat([header, payload]));
}

/** IPv6 addresses are written with all their eight parts. */
export function ipPacket(source: string, target: string, protocol: number, body: Buffer): Buffer {
  if (source.includes(':')) {
    const header = Buffer.alloc(8);
    header[0] = 0x60;
    header.writeUInt16BE(body.length, 4);
    header[6] = protocol;
    return Buffer.concat([header, addressBytes(source), addressBytes(target), body]);
  }
  const header = Buffer.alloc(12);
  header[0] = 0x45;
  header.writeUInt16BE(20 + body.length, 2);
  header[9] = protocol;
  return Buffer.concat([header, addressBytes(source), addressBytes(target), body]);
}

function addressBytes(address: string): Buffer {
  if (!address.includes(':')) return Buffer.from(address.split('.').map(Number));
  const bytes = Buffer.alloc(16);
  address.split(':').forEach((part, index) => {
    bytes.writeUInt16BE(Number.parseInt(part, 16), index * 2);
  });
  return bytes;
}

/** A name server's message about one name; each record stands for that name by a compression pointer. */
export function dnsMessage(
  name: string,
  { flags = 0x8180, records = [] }: { flags?: number; records?: readonly { type: number; data: Buffer }[] } = {},
): Buffer {
  const header = Buffer.alloc(12);
  header.writeUInt16BE(flags, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(records.length, 6);
  const answers = records.map(({ type, data }) => {
    const fixed = Buffer.from('c00c0000000100000258', 'hex');
    fixed.writeUInt16BE(type, 2);
    return Buffer.concat([fixed, Buffer.from([data.length >> 8, data.length & 255]), data]);
  });
  return Buffer.concat([header, dnsName(name), Buffer.from([0, 1, 0, 1]), ...answers]);
}

export function dnsName(name: string): Buffer {
  const labels = name.split('.').map(label => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)]));
  return Buffer.concat([...labels, Buffer.from([0])]);
}

/** The same numbers for the same seed (mulberry32), from 0 up to 1. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
