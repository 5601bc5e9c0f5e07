import { createReadStream } from 'node:fs';
import { Transform } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Extract, Header } from 'tar-stream';
import { ArchiveRefused } from '../refused.ts';
import { smallBytes, type Unpacking, type UnpackOptions } from './unpacking.ts';

/** An entry's header, whose type may be one that the library does not know, and its content. */
type Entry = Extract extends AsyncIterable<infer One> ? One : never;
type Kind = Header['type'] | null;

/** Unpacks a tar archive, compressed or not, in one go. Throws ArchiveRefused, or what the archive's damage makes of it. */
export async function unpackTar(
  file: string,
  compressed: boolean,
  unpacking: Unpacking,
  { signal }: Pick<UnpackOptions, 'signal'>,
): Promise<void> {
  const { extract } = await import('tar-stream');
  const entries = extract();
  const source = createReadStream(file);
  // Padding and headers come out as well: a bomb may be made of nothing else.
  const counting = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      try {
        unpacking.count(chunk.length);
        done(null, chunk);
      } catch (error) {
        done(error as Error);
      }
    },
  });
  const stages = compressed ? [source, createGunzip(), counting, entries] : [source, counting, entries];
  const flowing = pipeline(stages as unknown as [NodeJS.ReadableStream, NodeJS.WritableStream], { signal });
  const failed = flowing.then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  try {
    for await (const entry of entries) await unpackEntry(entry, unpacking);
  } catch (error) {
    source.destroy();
    entries.destroy();
    // What ended the stream is nearer to the reason than that it ended.
    const failure = await failed;
    throw failure?.error instanceof ArchiveRefused ? failure.error : error;
  }
  const failure = await failed;
  if (failure !== undefined) throw failure.error;
}

async function unpackEntry(entry: Entry, to: Unpacking): Promise<void> {
  const { name, mode, linkname } = entry.header;
  const type: Kind = entry.header.type;
  switch (type) {
    case 'file':
    case 'contiguous-file':
      if (isSparse(entry)) to.refuse(name, 'sparse');
      if (entry.header.size <= smallBytes)
        return to.smallFile(name, (mode & 0o111) !== 0, await buffer(entry as unknown as AsyncIterable<Uint8Array>));
      return to.file(name, (mode & 0o111) !== 0, entry);
    case 'directory':
      await to.folder(name);
      break;
    case 'symlink':
    case 'link':
      to.link(name, linkname, type === 'link' ? 'hard' : 'symbolic');
      break;
    case 'character-device':
    case 'block-device':
    case 'fifo':
      return to.refuse(name, 'device');
    default:
      return to.refuse(name, 'unknown');
  }
  entry.resume();
}

/** GNU tar's way of writing a file's holes into pax headers. */
function isSparse(entry: Entry): boolean {
  return Object.keys(entry.header.pax ?? {}).some(key => key.startsWith('GNU.sparse.'));
}
