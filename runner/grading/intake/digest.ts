import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { isForeign } from './clutter.ts';
import type { Listed } from './list-folder.ts';

/** Bigger files are told apart by their size alone. */
const biggest = 32 * 1024 * 1024;

/**
 * SHA-256, in hexadecimal, of the names, modes (executable or not) and contents of a part's files, in the order of their names.
 * What others have written (`node_modules` and the like), the files of a PostgreSQL, what is very big, and all that comes
 * after `most` bytes go in by name and size only. `real` says where a file is.
 */
export async function digestOf(
  files: readonly Listed[],
  real: (path: string) => string,
  most: number,
  signal: AbortSignal,
): Promise<string> {
  const hash = createHash('sha256');
  const sorted = [...files].sort((one, other) => (one.path < other.path ? -1 : 1));
  const databases = sorted.filter(({ path }) => /(?:^|\/)PG_VERSION$/.test(path)).map(({ path }) => path.slice(0, -10));
  let left = most;
  for (const { path, kind, size, executable, target } of sorted) {
    signal.throwIfAborted();
    hash.update(`${JSON.stringify([path, kind, size, executable, target ?? ''])}\n`);
    const isBulk = size > Math.min(biggest, left) || path.split('/').some(isForeign);
    if (kind !== 'file' || size === 0 || isBulk || databases.some(folder => path.startsWith(folder))) continue;
    left -= size;
    try {
      for await (const chunk of createReadStream(real(path), { end: size - 1 })) hash.update(chunk as Buffer);
    } catch (error) {
      hash.update(`\n${(error as NodeJS.ErrnoException).code ?? 'unreadable'}\n`);
    }
  }
  return hash.digest('hex');
}
