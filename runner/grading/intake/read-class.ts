import { mkdir, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { messageOf, UsageError } from '../../base/errors.ts';
import type { Language } from '../../base/language.ts';
import type { Message } from '../../base/message.ts';
import type { Challenge } from '../../challenge/definition.ts';
import { say } from '../../language/say.ts';
import { inLanguage } from '../../language/tell.ts';
import type { Submission } from '../submission.ts';
import { type IntakeLimits, usualLimits } from './archive-limits.ts';
import { unsupportedEnding } from './archives/archive-name.ts';
import { openArchives } from './archives/open-archives.ts';
import { unpack } from './archives/unpack.ts';
import { listFolder } from './list-folder.ts';
import { printable } from './printable.ts';
import { readTree } from './read-tree.ts';
import { ArchiveRefused } from './refused.ts';
import { type Handed, submissionIds } from './submission-ids.ts';
import { SubmissionTree } from './submission-tree.ts';

export interface ReadClassOptions {
  /** Those that are graded. */
  readonly challenges: readonly Challenge[];
  /** Of what is thrown. */
  readonly language: Language;
  /** A folder that the caller makes and removes: archives are unpacked there, and parts may be in it. */
  readonly scratch: string;
  readonly signal: AbortSignal;
  /** Ids: the others are not read. */
  readonly only?: readonly string[];
  /** Absolute paths of folders in the class's folder that are no submissions, such as the one for the results. */
  readonly except?: readonly string[];
  readonly onRead?: (id: string) => void;
  readonly limits?: Partial<IntakeLimits>;
}

/** Reading is waiting for the disk; more at once would only share it. */
const atOnce = 4;

/**
 * The submissions in a class's folder, in the order of their ids: each folder and each archive in it. Nothing in that folder is
 * changed. Throws a UsageError when it cannot be read; what is wrong with one submission, that submission says.
 */
export async function readClass(folder: string, options: ReadClassOptions): Promise<Submission[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw new UsageError(inLanguage(say('intake.cannot-read', { name: folder }), options.language), {
      why: messageOf(error),
    });
  });
  const except = new Set((options.except ?? []).map(path => resolve(path)));
  const handed = submissionIds(
    entries
      .filter(entry => (entry.isDirectory() || entry.isFile()) && !except.has(resolve(folder, entry.name)))
      .map(entry => ({ name: entry.name, isFolder: entry.isDirectory() })),
  );
  const wanted = handed.filter(({ id }) => options.only?.includes(id) ?? true);
  const submissions: Submission[] = [];
  const waiting = [...wanted.entries()];
  const part = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, one] = next;
      options.signal.throwIfAborted();
      submissions[index] = await readSubmission(folder, one, join(options.scratch, `${index + 1}`), options);
      options.onRead?.(one.id);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, part));
  return submissions;
}

async function readSubmission(
  folder: string,
  { id, name, kind, renamed }: Handed,
  scratch: string,
  options: ReadClassOptions,
): Promise<Submission> {
  const { signal, challenges } = options;
  const limits = { ...usualLimits, ...options.limits };
  const source = printable(name, 200);
  const said = renamed ? [say('intake.renamed', { source, id })] : [];
  const refused = (why: Message): Submission => ({ id, source, parts: [], remarks: said, unreadable: why });
  const ending = kind === 'archive' ? unsupportedEnding(name) : undefined;
  if (ending !== undefined) return refused(say('intake.unsupported-archive', { ending }));
  const unpacking = { limits, signal, allowance: { bytes: limits.unpackedBytes, entries: limits.entries } };
  const path = join(folder, name);
  const root = kind === 'folder' ? path : join(scratch, 'files');
  try {
    await mkdir(scratch, { recursive: true });
    const unpacked = kind === 'archive' ? await unpack(path, root, unpacking) : [];
    const tree = new SubmissionTree();
    tree.add('', resolve(root), await listFolder(root, limits, signal));
    const opened = await openArchives(tree, { ...unpacking, challenges, scratch });
    const read = await readTree(tree, id, { challenges, limits, signal });
    return {
      id,
      source,
      parts: read.works,
      remarks: [...said, ...unpacked, ...opened, ...oddities(tree), ...read.remarks],
    };
  } catch (error) {
    if (error instanceof ArchiveRefused) return refused(error.finding);
    if (/^E(?:ACCES|PERM)$/.test((error as NodeJS.ErrnoException).code ?? ''))
      return refused(say('intake.cannot-read', { name: source }));
    throw error;
  }

  function oddities(tree: SubmissionTree): Message[] {
    const [link] = tree.linksOut;
    const [odd] = tree.oddFiles;
    return [
      ...(tree.isCut ? [say('intake.too-many-to-read', { most: limits.entries })] : []),
      ...(link === undefined
        ? []
        : [say('intake.links-not-followed', { count: tree.linksOut.length, first: printable(link.path, 160) })]),
      ...(odd === undefined
        ? []
        : [say('intake.odd-files', { count: tree.oddFiles.length, first: printable(odd.path, 160) })]),
    ];
  }
}
