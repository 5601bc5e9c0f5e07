import { lstat, readdir, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { IntakeLimits } from './archive-limits.ts';
import { linkTarget } from './archives/entry-path.ts';
import { isClutter } from './clutter.ts';

/** Something in a submission. */
export interface Listed {
  /** Below the submission, with forward slashes. */
  readonly path: string;
  /** `other`: a device, a pipe, or something whose name cannot be read. */
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  readonly size: number;
  readonly executable: boolean;
  /** Where a link points, as it stands there. */
  readonly target?: string;
}

export interface Listing {
  /** Parents before what is in them, and in the same order everywhere. */
  readonly entries: readonly Listed[];
  /** True if there was more than the limits allow. */
  readonly cut: boolean;
}

/**
 * All that is in a folder. Links are not followed, nothing is opened, and the history of a version control system is not looked
 * at. What cannot be looked into counts as empty.
 */
export async function listFolder(
  folder: string,
  limits: Pick<IntakeLimits, 'entries' | 'depth'>,
  signal: AbortSignal,
): Promise<Listing> {
  const entries: Listed[] = [];
  let cut = false;
  const visit = async (below: string, depth: number): Promise<void> => {
    signal.throwIfAborted();
    const names = (await readdir(join(folder, below)).catch(() => [])).sort();
    const wanted = names.filter(name => !isClutter(name) && !/^\.(?:git|svn|hg)$/.test(name));
    const room = Math.max(limits.entries - entries.length, 0);
    if (wanted.length > room || depth > limits.depth) cut = true;
    const listed = await Promise.all(
      wanted
        .slice(0, depth > limits.depth ? 0 : room)
        .map(name => look(folder, below === '' ? name : `${below}/${name}`)),
    );
    for (const entry of listed) {
      if (entries.length >= limits.entries) cut = true;
      else entries.push(entry);
      if (entry.kind === 'folder' && entries.length < limits.entries) await visit(entry.path, depth + 1);
    }
  };
  await visit('', 1);
  return { entries, cut };
}

/** Links that lead out of the folder, or nowhere that can be told. */
export function leadsOut({ kind, path, target = '' }: Listed): boolean {
  return kind === 'link' && linkTarget(path, target) === undefined;
}

async function look(folder: string, path: string): Promise<Listed> {
  try {
    const found = await lstat(join(folder, path));
    const executable = (found.mode & 0o111) !== 0;
    if (found.isFile()) return { path, kind: 'file', size: found.size, executable };
    if (found.isDirectory()) return { path, kind: 'folder', size: 0, executable: false };
    if (found.isSymbolicLink())
      return { path, kind: 'link', size: 0, executable: false, target: await readlink(join(folder, path)) };
  } catch {
    // Removed meanwhile, or its name is no UTF-8.
  }
  return { path, kind: 'other', size: 0, executable: false };
}
