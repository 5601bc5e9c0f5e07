import { crc32 } from 'node:zlib';

/** What Windows in Brazil and Western Europe writes: code page 850's letters, as far as these names need them. */
const page850: Readonly<Record<string, number>> = { é: 0x82, ç: 0x87, í: 0xa1, ó: 0xa2, ã: 0xc6 };

const bytesOf = (name: string, encoding: 'utf8' | 'cp850') =>
  encoding === 'utf8'
    ? Buffer.from(name)
    : Buffer.from([...name].map(letter => page850[letter] ?? letter.charCodeAt(0)));

/**
 * A zip of stored files, names as they are given: backslashes stay, and code page 850 is written without any flag, as the
 * libraries that write zips would not (APPNOTE 4.3).
 */
export function zipOf(files: Readonly<Record<string, string | Buffer>>, encoding: 'utf8' | 'cp850' = 'utf8'): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, content] of Object.entries(files)) {
    const [name, data] = [bytesOf(path, encoding), Buffer.from(content)];
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(encoding === 'utf8' ? 0x800 : 0, 2);
    common.writeUInt16LE(0x21, 8);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(name.length, 22);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(offset, 10);
    const body = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, name, data]);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), common, entry, name]));
    bodies.push(body);
    offset += body.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, list, Buffer.from('PK\u0005\u0006'), end]);
}
