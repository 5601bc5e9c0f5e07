import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Written beside and moved over it, so that there is always one or the other, whole; on the disk before it counts. Only who
 * holds a lock does so: the one name beside it is enough, and what a killed `lab` left there is written over.
 */
export async function replaceFile(
  file: string,
  content: string | Uint8Array,
  { mode = 0o600 }: { readonly mode?: number } = {},
): Promise<void> {
  const beside = `${file}.new`;
  try {
    const handle = await open(beside, 'w', mode);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => {});
    throw error;
  }
  await syncFolder(dirname(file));
}

/** A name beside the file that nothing has yet: only who holds a lock asks for one. */
export function freeName(file: string, word: string): string {
  const moment = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
  for (let count = 1; ; count += 1) {
    const name = `${file}.${word}-${moment}${count === 1 ? '' : `-${count}`}`;
    if (!existsSync(name)) return name;
  }
}

/** Makes the new name last, where the system lets folders be synced. The content is safe already. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => {});
  await handle?.close();
}
