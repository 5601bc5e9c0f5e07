import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { replaceFile } from '../../base/replace-file.ts';
import { proofFile } from '../check-place.ts';
import { type Blueprint, idOf } from './blueprint.ts';
import { inCatalogue, proofOf, skeletonOf } from './skeleton.ts';

/**
 * Writes a new challenge into the lab's checkout: its folder, the test that proves it, and its lines in the catalogue. What is
 * there already is never written over, and what was written is removed again where the rest could not be. Throws what the file
 * system throws (EEXIST where something is there). Returns whether the catalogue could be changed.
 */
export async function writeSkeleton(blueprint: Blueprint, root: string): Promise<boolean> {
  const id = idOf(blueprint);
  const folder = join(root, 'challenges', id);
  const proof = proofFile(root, id);
  await mkdir(folder);
  try {
    for (const { path, text } of skeletonOf(blueprint)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text, { flag: 'wx', mode: path.endsWith('.sh') ? 0o755 : 0o644 });
    }
    await writeFile(proof, proofOf(blueprint), { flag: 'wx' });
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  const file = join(root, 'challenges', 'catalogue.ts');
  const source = await readFile(file, 'utf8').catch(() => '');
  const changed = inCatalogue(source, blueprint);
  if (changed !== undefined) await replaceFile(file, changed, { mode: 0o644 });
  return changed !== undefined;
}
