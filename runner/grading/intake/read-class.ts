import { readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { messageOf, UsageError } from '../../base/errors.ts';
import { say } from '../../language/say.ts';
import { inLanguage } from '../../language/tell.ts';
import type { NotTaken, Submission } from '../submission.ts';
import { usualLimits } from './archive-limits.ts';
import { archiveKind } from './archives/archive-kind.ts';
import { isArchive, unsupportedEnding } from './archives/archive-name.ts';
import { unpack } from './archives/unpack.ts';
import { isClutter } from './clutter.ts';
import { namesOnlyAChallenge } from './names/challenge-name.ts';
import { downloadName } from './names/download-name.ts';
import { readSubmitters } from './names/gradescope.ts';
import { type ClassEntry, type Handed, handedIn, unknownHand } from './names/handed-in.ts';
import { idOf } from './names/submission-ids.ts';
import type { ReadClassOptions } from './read-class-options.ts';
import { readSubmission } from './read-submission.ts';
import { readText } from './read-text.ts';
import { ArchiveRefused } from './refused.ts';

/** Reading is waiting for the disk; more at once would only share it. */
const atOnce = 4;
const metadataBytes = 10 * 1024 * 1024;

/**
 * The submissions in a class's folder, in the order of their ids: each folder and each archive in it, and of a school's download all
 * that one owner handed in. A folder with nothing but a download as one archive is read as that download, and one with nothing but
 * challenges in it as one submission. Nothing in that folder is changed. Throws a UsageError when it cannot be read; what is wrong
 * with one submission, that submission says.
 */
export async function readClass(folder: string, options: ReadClassOptions): Promise<Submission[]> {
  const { place, entries } = await unwrapped(folder, await entriesIn(folder, options), options);
  const one = oneSubmission(folder, entries);
  const { text } = await readText(join(place, 'submission_metadata.yml'), metadataBytes);
  const { handed, notTaken } = one ?? handedIn(entries, readSubmitters(text));
  for (const it of notTaken) options.onNotTaken?.(it);
  const wanted = handed.filter(({ id }) => options.only?.includes(id) ?? true);
  const submissions: Submission[] = [];
  const waiting = [...wanted.entries()];
  const reader = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, it] = next;
      options.signal.throwIfAborted();
      const read = await readSubmission(place, it, join(options.scratch, `${index + 1}`), options);
      submissions[index] =
        one === undefined
          ? read
          : { ...read, remarks: [say('intake.one-submission', { name: it.id }), ...read.remarks] };
      options.onRead?.(it.id);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, reader));
  return submissions;
}

async function entriesIn(folder: string, { language, except }: ReadClassOptions): Promise<ClassEntry[]> {
  const listed = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw new UsageError(inLanguage(say('intake.cannot-read', { name: folder }), language), {
      why: messageOf(error),
    });
  });
  const not = new Set((except ?? []).map(path => resolve(path)));
  const wanted = listed.filter(
    entry => (entry.isDirectory() || entry.isFile()) && !not.has(resolve(folder, entry.name)),
  );
  return Promise.all(
    wanted.map(async entry => ({
      name: entry.name,
      kind: entry.isDirectory() ? ('folder' as const) : await fileKind(folder, entry.name),
    })),
  );
}

/** Office's documents are zip archives, and nobody's submission. */
const document = /\.(?:docx|xlsx|pptx|odt|ods|odp|jar|war|apk|epub|key|pages|numbers)$/i;

/** By the name where it says that it is an archive, which may be damaged; else by the first bytes. */
async function fileKind(folder: string, name: string): Promise<'archive' | 'file'> {
  const called = downloadName(name, false)?.original || name;
  if (isArchive(called) || unsupportedEnding(called) !== undefined) return 'archive';
  if (document.test(name)) return 'file';
  const kind = await archiveKind(join(folder, name)).catch(() => 'other' as const);
  return kind === 'other' || kind === 'empty' || kind === 'tar' ? 'file' : 'archive';
}

/** Folders and archives, but for what systems leave behind. */
function notLoose(entries: readonly ClassEntry[]): ClassEntry[] {
  return entries.filter(({ name, kind }) => kind !== 'file' && !isClutter(name) && !name.startsWith('.'));
}

/** What a download that is one archive has in it. */
async function unwrapped(
  folder: string,
  entries: readonly ClassEntry[],
  options: ReadClassOptions,
): Promise<{ readonly place: string; readonly entries: readonly ClassEntry[] }> {
  const submitted = notLoose(entries);
  const [only] = submitted;
  if (only?.kind !== 'archive' || submitted.length > 1 || downloadName(only.name, false) !== undefined)
    return { place: folder, entries };
  const limits = { ...usualLimits, ...options.limits };
  const inside = join(options.scratch, 'download');
  try {
    const allowance = { bytes: 50 * limits.unpackedBytes, entries: 50 * limits.entries };
    const roomy = { ...limits, archiveBytes: 50 * limits.archiveBytes, ...{ unpackedBytes: allowance.bytes } };
    await unpack(join(folder, only.name), inside, {
      ...{ limits: { ...roomy, entries: allowance.entries }, signal: options.signal, allowance },
    });
    const found = await entriesIn(inside, options);
    const isDownload = found.some(
      ({ name, kind }) => downloadName(name, kind === 'folder') !== undefined || name === 'submission_metadata.yml',
    );
    return isDownload ? { place: inside, entries: found } : { place: folder, entries };
  } catch (error) {
    // What is wrong with it is told when it is read as a submission.
    if (error instanceof ArchiveRefused) return { place: folder, entries };
    throw error;
  }
}

/** A folder whose folders are called after challenges, each after another one, is what one student handed in. */
function oneSubmission(
  folder: string,
  entries: readonly ClassEntry[],
): { readonly handed: readonly Handed[]; readonly notTaken: readonly NotTaken[] } | undefined {
  const submitted = notLoose(entries);
  const numbers = submitted.map(({ name, kind }) => (kind === 'folder' ? namesOnlyAChallenge(name) : undefined));
  if (numbers.length === 0 || numbers.includes(undefined) || new Set(numbers).size < numbers.length) return undefined;
  const sources = [{ name: '.', kind: 'folder' as const, original: '' }];
  const id = idOf(basename(resolve(folder)));
  return { handed: [{ id, sources, by: unknownHand, renamed: false, earlier: [] }], notTaken: [] };
}
