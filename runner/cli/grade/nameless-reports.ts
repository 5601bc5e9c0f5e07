import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFile } from '../../base/replace-file.ts';
import { type Nameless, nameless } from '../../gradebook/formats/nameless.ts';
import type { Gradebook } from '../../gradebook/gradebook.ts';
import type { SimilarPair } from '../../gradebook/similarity.ts';

/**
 * The book without names, and the key to it. The same student has the same alias in every run of an output folder: it is made with a secret
 * that is kept there. Throws what the file system says.
 */
export async function namelessReports(
  state: string,
  book: Gradebook,
  similar: readonly SimilarPair[] | undefined,
): Promise<Nameless> {
  const file = join(state, 'anonymous-secret');
  const kept = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const secret = kept.trim() === '' ? randomBytes(32).toString('hex') : kept.trim();
  if (kept.trim() === '') await replaceFile(file, `${secret}\n`);
  return nameless(book, similar, secret);
}
