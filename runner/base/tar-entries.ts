import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import * as tar from 'tar-stream';

/** One entry of an archive. Its content is read, or passed over, before the next one comes. */
export interface TarEntry {
  /** Without a leading `./` or a closing slash. */
  readonly name: string;
  readonly type: string;
  readonly mode: number;
  readonly owner: number;
  readonly size: number;
  readonly target: string;
  readonly content: AsyncIterable<Buffer>;
}

/** The entries of a tar archive in a file, compressed (`.tgz`) or not, in its order. */
export function tarEntries(file: string): AsyncGenerator<TarEntry> {
  return tarEntriesOf(createReadStream(file), file.endsWith('.tgz') ? createGunzip() : undefined);
}

/** The entries of a tar archive as it comes, unpacked by `unpack` first. Throws what the source or the unpacking throws. */
export async function* tarEntriesOf(
  source: AsyncIterable<Buffer>,
  unpack?: NodeJS.ReadWriteStream,
): AsyncGenerator<TarEntry> {
  const extract = tar.extract();
  const sink = extract as unknown as NodeJS.WritableStream;
  const reading = unpack === undefined ? pipeline(source, sink) : pipeline(source, unpack, sink);
  // A failure reaches the loop below through `extract`; here it must only not go unhandled.
  reading.catch(() => undefined);
  for await (const entry of extract) {
    const { header } = entry;
    yield {
      name: header.name.replace(/^\.\//, '').replace(/\/$/, ''),
      type: header.type ?? 'file',
      mode: header.mode ?? 0o644,
      owner: header.uid ?? 0,
      size: header.size ?? 0,
      target: header.linkname ?? '',
      content: entry as AsyncIterable<Buffer>,
    };
    entry.resume();
  }
  await reading;
}
