import { buffer } from 'node:stream/consumers';
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { type Header, pack } from 'tar-stream';
import { ZipFile } from 'yazl';

/** File names and their contents; a name that ends with a slash is a folder. */
export type Files = Readonly<Record<string, string | Buffer>>;

/** An entry as it is written byte by byte, because no library would. */
export interface CraftedEntry {
  readonly name: string | Buffer;
  readonly content?: string | Buffer;
  /** Unix mode with its kind, such as 0o120777 for a link; 0 as Windows writes it. */
  readonly mode?: number;
  readonly flags?: number;
  readonly method?: number;
  /** What the headers say of the size, where that is not the truth. */
  readonly claimedSize?: number;
  readonly crc?: number;
}

export function zipOf(files: Files): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files))
    if (name.endsWith('/')) zip.addEmptyDirectory(name);
    else zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return buffer(zip.outputStream);
}

/** A zip archive by APPNOTE 4.3, with whatever the entries say. */
export function craftZip(entries: readonly CraftedEntry[]): Buffer {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const content = Buffer.from(entry.content ?? '');
    const { flags = 0x800, method = 8, mode = 0o100644, crc = crc32(content) } = entry;
    const name = Buffer.from(entry.name);
    const data = method === 8 ? deflateRawSync(content, { level: 9 }) : content;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(crc, 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(entry.claimedSize ?? content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, name, data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE((mode * 0x10000) >>> 0, 6);
    tail.writeUInt32LE(offset, 10);
    const version = Buffer.from([20, mode === 0 ? 0 : 3]);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02'), version, common, tail, name]));
    parts.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, directory, Buffer.from('PK\x05\x06'), end]);
}

export type TarEntry = Partial<Header> & { readonly name: string; readonly content?: string | Buffer };

/** A tar archive. The library that writes it takes any name and any kind. */
export async function tarOf(entries: Files | readonly TarEntry[]): Promise<Buffer> {
  const list: readonly TarEntry[] = Array.isArray(entries)
    ? entries
    : Object.entries(entries as Files).map(([name, content]) => ({ name, content }));
  const tar = pack();
  for (const { content = '', ...header } of list) {
    if (header.name.endsWith('/')) tar.entry({ type: 'directory', ...header });
    else if (header.type === undefined) tar.entry(header, content);
    else tar.entry(header);
  }
  tar.finalize();
  return buffer(tar as unknown as AsyncIterable<Buffer>);
}

export async function tgzOf(entries: Files | readonly TarEntry[]): Promise<Buffer> {
  return gzipSync(await tarOf(entries));
}

/** A tar archive whose first header has another kind, or another size, than the library would write. */
export async function tarWithKind(name: string, kind: string): Promise<Buffer> {
  const bytes = await tarOf([{ name, content: 'x' }]);
  bytes.write(kind, 156, 'latin1');
  bytes.fill(' ', 148, 156);
  const sum = bytes.subarray(0, 512).reduce((total, byte) => total + byte, 0);
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return bytes;
}
