import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What has a say in a verdict, below the checkout: with any of it, results may change. */
const deciding = [
  'lab-images',
  'runner/challenge',
  'runner/engine',
  'runner/experiments',
  'runner/grade/intake/shell-commands.ts',
  'runner/grade/policy',
  'runner/grade/sandbox',
  'runner/report/report.ts',
  'runner/roles',
  'runner/verify',
];

/**
 * The lab's version and a digest of what decides verdicts in this checkout, so that nobody has to remember to count a number
 * up when a check changes.
 */
export async function graderVersion(root: string, version: string): Promise<string> {
  const hash = createHash('sha256');
  for (const file of (await Promise.all([...deciding.map(place => sourcesIn(root, place)), ownSources(root)])).flat()) {
    hash.update(`${file}\0`).update(await readFile(join(root, file)));
  }
  return `${version}-${hash.digest('hex').slice(0, 16)}`;
}

/** The files of `runner/grade` itself judge a work; most folders below only read and write. */
async function ownSources(root: string): Promise<string[]> {
  const folder = 'runner/grade';
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
  return entries
    .filter(entry => entry.isFile() && isSource(entry.name))
    .map(({ name }) => `${folder}/${name}`)
    .sort();
}

async function sourcesIn(root: string, place: string): Promise<string[]> {
  if (place.endsWith('.ts')) return [place];
  const names = await readdir(join(root, place), { recursive: true }).catch(() => []);
  const entries = names.filter(name => isSource(name) && !name.includes('node_modules'));
  return entries.map(name => `${place}/${name}`).sort();
}

function isSource(name: string): boolean {
  return /(\.ts|\.sh|Dockerfile)$/.test(name) && !/\.test\.ts$/.test(name);
}
