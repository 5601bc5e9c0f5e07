import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { freeName, replaceFile } from '../../base/replace-file.ts';
import { readFormat } from '../../format/read-format.ts';
import type { ReportFile } from '../../gradebook/make-book.ts';
import { manifestSchema, manifestSchemaName } from './manifest-schema.ts';

/** Files of the output folder that are the instructor's, and never written. */
export const ownFiles = ['overrides.json', 'roster.csv', 'rubric.json'] as const;

/** Where the list is kept, below the output folder: whose folder has one was made by us. */
const manifestFile = join('.lab', 'manifest.json');

/** What we wrote, and SHA-256 of what was or will be in it: what has another digest is somebody's own. */
type Manifest = Readonly<Record<string, readonly string[]>>;

/** A file that somebody has changed, or put there, and what it is called now. */
export interface KeptFile {
  readonly path: string;
  readonly keptAs: string;
}

/**
 * Puts reports into the output folder in the place of earlier ones, and takes away those that there is nothing to say in any
 * more. What is not as we left it is kept under another name beside it. Throws what the file system says.
 */
export async function writeReports(folder: string, reports: readonly ReportFile[]): Promise<KeptFile[]> {
  const before = await readManifest(folder);
  const after = Object.fromEntries(reports.map(({ path, content }) => [checked(path), digest(content)]));
  const both = Object.fromEntries(
    [...new Set([...Object.keys(before), ...Object.keys(after)])].map(path => [
      path,
      [...new Set([...(before[path] ?? []), ...(after[path] === undefined ? [] : [after[path]])])],
    ]),
  );
  // Who is killed on the way must know the new ones for their own as well.
  await writeManifest(folder, both);
  const kept: KeptFile[] = [];
  for (const [path, digests] of Object.entries(both)) {
    const file = join(folder, path);
    const found = await readFile(file).catch(unlessMissing);
    if (found === undefined || digests.includes(digest(found))) continue;
    const aside = freeName(file, 'kept');
    await rename(file, aside);
    kept.push({ path, keptAs: aside });
  }
  for (const { path, content } of reports) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await replaceFile(file, content, { mode: 0o644 });
  }
  for (const path of Object.keys(before)) {
    if (path in after) continue;
    await rm(join(folder, path), { force: true });
    await removeEmpty(folder, dirname(path));
  }
  await writeManifest(folder, Object.fromEntries(Object.entries(after).map(([path, one]) => [path, [one]])));
  return kept;
}

/** Folders that nothing is left in: a team's that was split, or of who is not in the class any more. */
async function removeEmpty(folder: string, below: string): Promise<void> {
  for (let path = below; path !== '.'; path = dirname(path)) {
    const isGone = await rmdir(join(folder, path)).then(
      () => true,
      () => false,
    );
    if (!isGone) return;
  }
}

/** What the list in a folder says of it: `none` where there is no list, `newer` where only a newer lab can read it. */
export async function markOf(folder: string): Promise<'none' | 'ours' | 'newer'> {
  const text = await readFile(join(folder, manifestFile), 'utf8').catch(unlessMissing);
  if (text === undefined) return 'none';
  return /"schema":\s*"lab\.output\/(?!1")\d+"/.test(text) ? 'newer' : 'ours';
}

/** Says that a folder is ours. */
export async function mark(folder: string): Promise<void> {
  if ((await markOf(folder)) === 'none') await writeManifest(folder, {});
}

async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, manifestFile), 'utf8').catch(unlessMissing);
  const read = text === undefined ? undefined : readFormat(text, manifestSchema);
  // If it is damaged, nothing counts as ours, and all that is in the way is kept.
  const files = read?.kind === 'read' ? Object.entries(read.value.files) : [];
  return Object.fromEntries(files.filter(([path]) => isBelow(path)));
}

async function writeManifest(folder: string, files: Manifest): Promise<void> {
  const file = join(folder, manifestFile);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await replaceFile(file, `${JSON.stringify({ schema: manifestSchemaName, files }, undefined, 2)}\n`);
}

function checked(path: string): string {
  if (isBelow(path)) return path;
  throw new Error(`A report cannot be called ${JSON.stringify(path)}.`);
}

/** Whether a path stays in the folder, and touches neither the instructor's files nor what we keep there. */
function isBelow(path: string): boolean {
  const own: readonly string[] = ownFiles;
  return (
    normalize(path) === path && !path.startsWith('/') && !own.includes(path) && !/^(\.|\.\.|\.lab)?(\/|$)/.test(path)
  );
}

function digest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function unlessMissing(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
}
