import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { TarWriter } from '../../base/tar-writer.ts';
import type { Listed } from '../../grading/intake/list-folder.ts';

export interface PackOptions {
  /** Where the entries are. */
  readonly folder: string;
  readonly entries: readonly Listed[];
  /** The folder in the archive that they are put into. */
  readonly under: string;
  /** Other files, by their names there. */
  readonly extra: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/**
 * Writes a `.tgz`: whole, or not at all. The same content makes the same archive. Returns its size in bytes.
 */
export async function packSubmission(file: string, options: PackOptions): Promise<number> {
  const { folder, entries, under, extra, signal } = options;
  const tar = new TarWriter();
  const partial = `${file}.${process.pid}.part`;
  const fill = async () => {
    await tar.folder(under);
    for (const { path, kind, executable, target } of entries) {
      const name = `${under}/${path}`;
      if (kind === 'folder') await tar.folder(name);
      else if (kind === 'link') await tar.link(name, target ?? '');
      else await tar.file(name, join(folder, path), { mode: executable ? 0o755 : 0o644 });
    }
    for (const [name, text] of Object.entries(extra)) await tar.text(`${under}/${name}`, text);
    tar.end();
  };
  try {
    await Promise.all([
      pipeline(tar.stream, createGzip(), createWriteStream(partial), { signal }),
      fill().catch(error => {
        tar.stream.destroy(error);
        throw error;
      }),
    ]);
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  return (await stat(file)).size;
}
