import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFile } from '../../base/replace-file.ts';

/** A rerun that has begun and not come to its end. */
export interface RerunMark {
  /** ISO 8601: what was judged since then has been judged in it. */
  readonly since: string;
  /** True if an earlier run began it, and was stopped. */
  readonly goesOn: boolean;
}

const fileIn = (folder: string) => join(folder, 'rerun');

/**
 * Notes in a folder of ours that a rerun of `what` begins, or finds the one that was stopped: the same command goes on where that was.
 */
export async function beginRerun(folder: string, what: string, now: Date): Promise<RerunMark> {
  const [since = '', of] = (await readFile(fileIn(folder), 'utf8').catch(() => '')).split('\n');
  // One that seems to begin later than now is of another clock.
  if (of === what && Date.parse(since) <= now.getTime()) return { since, goesOn: true };
  await replaceFile(fileIn(folder), `${now.toISOString()}\n${what}`);
  return { since: now.toISOString(), goesOn: false };
}

/** Forgets it: a run has come to its end. */
export const endRerun = (folder: string): Promise<void> => rm(fileIn(folder), { force: true });
