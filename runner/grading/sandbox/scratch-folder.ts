import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A unix socket's path has room for so many bytes, with the one that ends it (see unix(7)). */
export const longestSocketPath = 107;

const note = 'session';

export interface ScratchFolder extends AsyncDisposable {
  readonly path: string;
}

/**
 * A folder for the sockets of one run, below `root`, for this user alone. It says whose it is, so that a later run removes it
 * where this one cannot; those of sessions that are over are removed now.
 */
export async function scratchFolder(
  root: string,
  session: string,
  isOver: (session: string) => boolean,
): Promise<ScratchFolder> {
  await mkdir(root, { recursive: true, mode: 0o700 });
  await sweep(root, isOver);
  const path = await mkdtemp(join(root, 'g-'));
  await writeFile(join(path, note), session);
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

async function sweep(root: string, isOver: (session: string) => boolean): Promise<void> {
  for (const name of await readdir(root)) {
    const session = await readFile(join(root, name, note), 'utf8').catch(() => '');
    if (name.startsWith('g-') && session !== '' && isOver(session))
      await rm(join(root, name), { recursive: true, force: true }).catch(() => {});
  }
}
