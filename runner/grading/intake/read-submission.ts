import { constants, copyFile, lstat, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Message } from '../../base/message.ts';
import { say } from '../../language/say.ts';
import type { Submission } from '../submission.ts';
import { type IntakeLimits, usualLimits } from './archive-limits.ts';
import { unsupportedEnding, withoutEnding } from './archives/archive-name.ts';
import { openArchives } from './archives/open-archives.ts';
import { unpack } from './archives/unpack.ts';
import type { UnpackOptions } from './archives/unpacking.ts';
import { listFolder } from './list-folder.ts';
import type { Handed, Source } from './names/handed-in.ts';
import { printable } from './printable.ts';
import type { ReadClassOptions } from './read-class-options.ts';
import { readTree } from './read-tree.ts';
import { ArchiveRefused } from './refused.ts';
import { SubmissionTree } from './submission-tree.ts';

type Options = Pick<ReadClassOptions, 'challenges' | 'signal' | 'limits'>;

/**
 * Reads what one student or team handed in, of whatever pieces it is made. `place` is where those are, and `scratch` a folder that
 * this may make and fill. What is wrong with it, it says itself; throws only what is the machine's.
 */
export async function readSubmission(
  place: string,
  handed: Handed,
  scratch: string,
  options: Options,
): Promise<Submission> {
  const { signal, challenges } = options;
  const { id, sources, by, renamed } = handed;
  const limits = { ...usualLimits, ...options.limits };
  const names = sources.map(({ name }) => printable(name, 200));
  const [source = ''] = names;
  const said = [
    ...(renamed ? [say('intake.renamed', { source, id })] : []),
    ...(by.late === true ? [say('intake.late')] : []),
  ];
  const who = { id, source, sources: names, ...by };
  const refused = (why: Message): Submission => ({ ...who, parts: [], remarks: said, unreadable: why });
  const unpacking = { limits, signal, allowance: { bytes: limits.unpackedBytes, entries: limits.entries } };
  try {
    await mkdir(scratch, { recursive: true });
    const { tree, remarks } = await gathered(place, sources, scratch, unpacking);
    const opened = await openArchives(tree, { ...unpacking, challenges, scratch });
    const read = await readTree(tree, wholeName(handed), { challenges, limits, signal });
    return {
      ...who,
      parts: read.parts,
      remarks: [...said, ...remarks, ...opened, ...oddities(tree, limits), ...read.remarks],
    };
  } catch (error) {
    if (error instanceof ArchiveRefused) return refused(error.finding);
    if (/^E(?:ACCES|PERM)$/.test((error as NodeJS.ErrnoException).code ?? ''))
      return refused(say('intake.cannot-read', { name: source }));
    throw error;
  }
}

/** What the whole submission is called, for one that is about a single challenge. */
function wholeName({ id, sources }: Handed): string {
  const [only, ...others] = sources;
  return only === undefined || others.length > 0 || only.original === '' ? id : withoutEnding(only.original);
}

/** All pieces as one tree: a single folder or archive is all of it, of several each has its own name in it. */
async function gathered(
  place: string,
  sources: readonly Source[],
  scratch: string,
  unpacking: UnpackOptions,
): Promise<{ readonly tree: SubmissionTree; readonly remarks: readonly Message[] }> {
  const { limits, signal } = unpacking;
  const tree = new SubmissionTree();
  const files = join(scratch, 'files');
  const whole = sources.find(({ original, kind }) => original === '' && kind !== 'file');
  const remarks: Message[] = [];
  if (whole?.kind === 'archive') remarks.push(...(await unpackNamed(place, whole, files, unpacking)));
  else if (whole === undefined) await mkdir(files, { recursive: true });
  const root = whole?.kind === 'folder' ? resolve(place, whole.name) : files;
  for (const source of whole === undefined ? sources : []) {
    if (source.kind === 'file')
      await copyPlain(join(place, source.name), join(files, source.original || source.name), limits);
  }
  tree.add('', root, await listFolder(root, limits, signal));
  let opened = 0;
  const refusals: ArchiveRefused[] = [];
  const rest = sources.filter(source => source !== whole && source.kind !== 'file');
  for (const source of rest) {
    const prefix = freeName(withoutEnding(source.original || source.name), tree);
    if (source.kind === 'folder') {
      const folder = resolve(place, source.name);
      tree.add(prefix, folder, await listFolder(folder, limits, signal));
      opened += 1;
      continue;
    }
    const folder = join(scratch, `source-${opened + refusals.length + 1}`);
    try {
      remarks.push(...(await unpackNamed(place, source, folder, unpacking)));
      tree.add(prefix, folder, await listFolder(folder, limits, signal));
      opened += 1;
    } catch (error) {
      if (!(error instanceof ArchiveRefused)) throw error;
      refusals.push(error);
      const name = printable(source.original, 160);
      remarks.push(say('intake.inner-archive-refused', { name, why: error.finding }));
    }
  }
  const [first] = refusals;
  if (first !== undefined && refusals.length === sources.length) throw first;
  return { tree, remarks };
}

/** Where the first bytes say nothing, the name says of what kind it was to be. */
async function unpackNamed(place: string, { name, original }: Source, to: string, unpacking: UnpackOptions) {
  try {
    return await unpack(join(place, name), to, unpacking);
  } catch (error) {
    const ending = unsupportedEnding(original || name);
    if (!(error instanceof ArchiveRefused) || error.finding.code !== 'intake.unknown-archive' || ending === undefined)
      throw error;
    throw new ArchiveRefused(say('intake.unsupported-archive', { ending }));
  }
}

/** Copies a file that is one: no link is followed, and nothing that is too big is taken. */
async function copyPlain(from: string, to: string, { fileBytes }: IntakeLimits): Promise<void> {
  const found = await lstat(from);
  if (!found.isFile() || found.size > fileBytes || /[/\\]/.test(to.slice(to.lastIndexOf('files') + 6))) return;
  await copyFile(from, to, constants.COPYFILE_EXCL).catch(error => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  });
}

function freeName(name: string, tree: SubmissionTree): string {
  const taken = new Set(tree.entries.map(({ path }) => path));
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${name} (${number})`;
  return free;
}

function oddities(tree: SubmissionTree, { entries }: IntakeLimits): Message[] {
  const [link] = tree.linksOut;
  const [odd] = tree.oddFiles;
  return [
    ...(tree.isCut ? [say('intake.too-many-to-read', { most: entries })] : []),
    ...(link === undefined
      ? []
      : [say('intake.links-not-followed', { count: tree.linksOut.length, first: printable(link.path, 160) })]),
    ...(odd === undefined
      ? []
      : [say('intake.odd-files', { count: tree.oddFiles.length, first: printable(odd.path, 160) })]),
  ];
}
