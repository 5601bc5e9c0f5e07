import { readFile, stat } from 'node:fs/promises';
import { type Readable, Transform } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { crc32, inflateRawSync } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { say } from '../../../language/say.ts';
import { ArchiveRefused } from '../refused.ts';
import { entryName } from './entry-name.ts';
import { smallBytes, type Unpacking, type UnpackOptions } from './unpacking.ts';

/** The kind of a file in its mode; see inode(7). */
const kindBits = 0o170000;
const kinds = { file: 0o100000, folder: 0o040000, link: 0o120000, none: 0 };
const bytesInMemory = 32 * 1024 * 1024;
/** A link's target is a path, and no more. */
const longestTarget = 4096;

const damaged = say('intake.damaged');

/** Unpacks a zip archive entry by entry. Sizes in its headers are not trusted. Throws ArchiveRefused. */
export async function unpackZip(file: string, unpacking: Unpacking, { signal }: UnpackOptions): Promise<void> {
  const { fromBufferPromise, openPromise } = await import('yauzl');
  // Names are decoded here, so that one that leads out can be told by name.
  const options = { decodeStrings: false };
  // Thousands of small files are read far sooner from memory.
  const isSmall = (await stat(file)).size <= bytesInMemory;
  const opening = isSmall ? fromBufferPromise(await readFile(file), options) : openPromise(file, options);
  const zip = await opening.catch(() => {
    throw new ArchiveRefused(damaged);
  });
  for await (const entry of zip.eachEntry()) {
    signal.throwIfAborted();
    await unpackEntry(zip, entry, await nameOf(entry), unpacking);
  }
}

async function unpackEntry(zip: ZipFile, entry: Entry, name: string, to: Unpacking): Promise<void> {
  const mode = entry.externalFileAttributes >>> 16;
  const kind = mode & kindBits;
  if (/[/\\]$/.test(name) || kind === kinds.folder) return to.folder(name);
  if (entry.isEncrypted()) to.refuse(name, 'encrypted');
  if (kind === kinds.link) return to.link(name, await readTarget(zip, entry), 'symbolic');
  if (kind !== kinds.file && kind !== kinds.none) to.refuse(name, 'device');
  if (!entry.canDecodeFileData()) to.refuse(name, 'unknown');
  // Windows notes no modes, and its docker command sends every file of a build as executable.
  const executable = mode === 0 || (mode & 0o111) !== 0;
  const isSmall = entry.compressedSize <= smallBytes && entry.uncompressedSize <= smallBytes;
  if (isSmall) return to.smallFile(name, executable, await readSmall(zip, entry, to));
  const content = await zip.openReadStreamPromise(entry);
  const { stream, flowing } = checked(content, to, entry.crc32);
  await to.file(name, executable, stream);
  await flowing;
}

/** What inflates to more than was said is no good archive, however much it would be. */
async function readSmall(zip: ZipFile, entry: Entry, to: Unpacking): Promise<Buffer> {
  const isDeflated = entry.compressionMethod === 8;
  const raw = await zip.openReadStreamPromise(entry, isDeflated ? { decodeFileData: false } : {});
  const packed = await buffer(raw);
  const content = isDeflated ? inflateRawSync(packed, { maxOutputLength: smallBytes }) : packed;
  to.count(content.length);
  if (content.length !== entry.uncompressedSize || crc32(content) !== entry.crc32) throw new ArchiveRefused(damaged);
  return content;
}

/** Passes content on and counts it; fails at its end where it is not what was packed. */
function checked(content: Readable, to: Unpacking, expected: number) {
  let sum = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sum = crc32(chunk, sum);
      try {
        to.count(chunk.length);
        done(null, chunk);
      } catch (error) {
        done(error as Error);
      }
    },
    flush: done => done(sum === expected ? null : new ArchiveRefused(damaged)),
  });
  const flowing = pipeline(content, stream);
  // Told by whoever reads the stream.
  flowing.catch(() => {});
  return { stream, flowing };
}

async function readTarget(zip: ZipFile, entry: Entry): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size > longestTarget) break;
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function nameOf(entry: Entry): Promise<string> {
  const { getFileNameLowLevel } = await import('yauzl');
  const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry;
  return entryName(fileNameRaw, () => getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false));
}
