import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every file below the checkout `root` that decides what the bundle is, sorted. Throws where a folder of them is missing. */
export function bundleInputs(root: string): string[] {
  const sources = ['runner', 'challenges', 'lab-images'].flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(path => join(folder, path)),
  );
  const isSource = (path: string) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path);
  const elsewhere = /^(runner\/test|challenges\/[^/]+\/(starter|solution|sabotage))\//;
  return [
    ...sources.filter(path => isSource(path) && !elsewhere.test(path)),
    'package.json',
    'package-lock.json',
  ].sort();
}

/** SHA-256, in hexadecimal, of files below `root`: their names and what is in them. Throws where one is missing. */
export function digestOfFiles(root: string, paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths)
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  return hash.digest('hex');
}
