import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findChallenge } from '../challenge/load.ts';

/** A folder of a challenge of the lab's own, by what its name says: the definition in it may say something else. */
export interface ChallengeFolder {
  readonly id: string;
  readonly number: number;
  readonly path: string;
}

/** The folders of `challenges/`, whether the catalogue lists them or not, by number. `root` is the lab's checkout. */
export function challengeFolders(root: string): ChallengeFolder[] {
  const names = readdirSync(join(root, 'challenges')).filter(name => /^\d+-/.test(name));
  const folders = names.map(id => ({ id, number: Number.parseInt(id, 10), path: join(root, 'challenges', id) }));
  return folders.sort((one, other) => one.number - other.number);
}

/** The folder that a word means: that of a challenge of the lab's own, by number or name, or any other by its path. */
export function folderMeant(word: string, root: string, cwd: string): string {
  return findChallenge(challengeFolders(root), word)?.path ?? resolve(cwd, word);
}
