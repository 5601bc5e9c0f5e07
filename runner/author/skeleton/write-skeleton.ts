import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { replaceFile } from '../../base/replace-file.ts';
import { proofFile } from '../check-place.ts';
import { type Blueprint, idOf } from './blueprint.ts';
import { inCatalogue, proofOf, skeletonOf } from './skeleton.ts';

/**
 * Writes a new challenge into the lab's checkout: its folder, the test that proves it, and its lines in the catalogue. What is
 * there already is never written over, and what was written is removed again where the rest could not be. Throws what the file
 * system throws (EEXIST or ENOTEMPTY where something is there). Returns whether the catalogue could be changed.
 */
export async function writeSkeleton(blueprint: Blueprint, root: string): Promise<boolean> {
  const id = idOf(blueprint);
  const folder = join(root, 'challenges', id);
  const proof = proofFile(root, id);
  // Whole or not at all, also where it is killed: what it is written in has no challenge's name.
  const draft = await mkdtemp(join(root, 'challenges', '.new-'));
  try {
    for (const { path, text } of skeletonOf(blueprint)) {
      await mkdir(dirname(join(draft, path)), { recursive: true });
      await writeFile(join(draft, path), text, { flag: 'wx', mode: path.endsWith('.sh') ? 0o755 : 0o644 });
    }
    await chmod(draft, 0o755);
    // Nothing is written over: a folder takes the place of an empty one only.
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
  try {
    await writeFile(proof, proofOf(blueprint), { flag: 'wx' });
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  const file = join(root, 'challenges', 'catalogue.ts');
  const source = await readFile(file, 'utf8').catch(() => '');
  const changed = inCatalogue(source, blueprint);
  if (changed === undefined) return false;
  return replaceFile(file, changed, { mode: 0o644 }).then(
    () => true,
    () => false,
  );
}
