import { mkdir, readdir, realpath, rm } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { CouldNotTell, LabError, messageOf, UsageError } from '../../base/errors.ts';
import { lockFile } from '../../base/file-lock.ts';
import type { Language } from '../../base/language.ts';
import { printable } from '../../base/text/width.ts';
import { ownScriptsFolder } from '../../grading/own-scripts.ts';
import { mark, markOf, ownFiles } from '../../grading/queue/report-files.ts';
import { gradeRunMessages } from '../../grading/texts/run.ts';

/** The output folder, while it is ours. */
export interface OutputFolder extends AsyncDisposable {
  readonly folder: string;
  /** Where results outlive the process. */
  readonly state: string;
  /** An empty folder, gone afterwards. */
  readonly scratch: string;
}

/** How long to wait for another `lab` that is about to end, in milliseconds. */
const timeoutMs = 1_000;

/** How many names of files are told. */
const maxNames = 3;

/** What file managers leave anywhere. */
const nobodys = ['.DS_Store', 'Thumbs.db', 'desktop.ini'];

/**
 * Makes the folder for grades, or goes on with one of ours, and keeps others out of it until it is disposed of; the system lets
 * go of it when we are killed. Both paths are absolute. Throws UsageError when the folder is among the submissions or
 * somebody else's, and CouldNotTell where it is in use or cannot be written.
 */
export async function openOutput(folder: string, classFolder: string, language: Language): Promise<OutputFolder> {
  const t = gradeRunMessages[language];
  const way = relative(await realpath(classFolder), await realPlace(folder));
  if (way === '' || !(way === '..' || way.startsWith('../') || way.startsWith('/'))) {
    throw new UsageError(t.outIsInside(folder), { next: [t.outIsInsideNext] });
  }
  try {
    await refuseAnothers(folder, language);
    const state = join(folder, '.lab');
    await mkdir(state, { recursive: true, mode: 0o700 });
    const lock = await lockFile(join(state, 'lock'), { deadlineMs: timeoutMs });
    if (lock === undefined) throw new CouldNotTell(t.outIsBusy(folder), { next: [t.outIsBusyNext] });
    const scratch = join(state, 'unpacked');
    const clear = () => rm(scratch, { recursive: true, force: true });
    const close = async () => {
      await clear().catch(() => {});
      lock[Symbol.dispose]();
    };
    try {
      await mark(folder);
      // What a killed run has left.
      await clear();
      await mkdir(scratch, { mode: 0o700 });
    } catch (error) {
      await close();
      throw error;
    }
    return { folder, state, scratch, [Symbol.asyncDispose]: close };
  } catch (error) {
    if (error instanceof LabError) throw error;
    throw new CouldNotTell(t.outCannotBeWritten(folder), { why: messageOf(error), cause: error });
  }
}

/** An instructor's files may be there before anything else is. */
async function refuseAnothers(folder: string, language: Language): Promise<void> {
  const t = gradeRunMessages[language];
  const known = await markOf(folder);
  if (known === 'newer') throw new UsageError(t.outIsNewer(folder), { next: [t.outIsNewerNext] });
  if (known === 'ours') return;
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const harmless: readonly string[] = ['.lab', ownScriptsFolder, ...ownFiles, ...nobodys];
  const others = names.filter(name => !harmless.includes(name));
  if (others.length === 0) return;
  const told = [...others.slice(0, maxNames).map(printable), ...(others.length > maxNames ? ['…'] : [])];
  throw new UsageError(t.outIsAnothers(folder), {
    why: t.outIsAnothersWhy(told.join(', ')),
    next: [t.outIsAnothersNext],
  });
}

/** Where a folder is, or would be once it is made, without links on the way. */
async function realPlace(folder: string): Promise<string> {
  try {
    return await realpath(folder);
  } catch {
    const parent = dirname(folder);
    return parent === folder ? folder : join(await realPlace(parent), basename(folder));
  }
}
