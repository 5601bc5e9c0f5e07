import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFile } from '../../base/replace-file.ts';
import { readFormat } from '../../format/read-format.ts';
import { isSameRun, type Run } from './run.ts';
import { runSchema } from './run-schema.ts';

/** How many runs are kept in an output folder: those before them are removed. */
export const maxRuns = 10;

/**
 * Keeps what a run came to, where it is not what the one before came to, and resolves to the one before it, if there is any. `state`: where
 * results outlive the process; only who holds its lock does so. Throws what the file system says.
 */
export async function keepRun(state: string, run: Run): Promise<Run | undefined> {
  const folder = join(state, 'runs');
  const names = await namesIn(folder);
  const [newest, ...older] = names;
  const before = newest === undefined ? undefined : await read(join(folder, newest));
  if (before !== undefined && isSameRun(before, run)) {
    const [last] = older;
    return last === undefined ? undefined : read(join(folder, last));
  }
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // A name that sorts after all others, whatever the clock says.
  const number = newest === undefined ? 1 : Number(/^(\d+)/.exec(newest)?.[1] ?? 0) + 1;
  const name = `${String(number).padStart(6, '0')}-${run.at.slice(0, 19).replaceAll(':', '-')}.json`;
  await replaceFile(join(folder, name), `${JSON.stringify(run)}\n`);
  for (const gone of names.slice(maxRuns - 1)) await rm(join(folder, gone), { force: true });
  return before;
}

/** The last run of an output folder; `undefined` if there is none that can be read. */
export async function lastRun(output: string): Promise<Run | undefined> {
  const folder = join(output, '.lab', 'runs');
  const [newest] = await namesIn(folder);
  return newest === undefined ? undefined : read(join(folder, newest));
}

/** The newest first. */
async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names
    .filter(name => /^\d{6}-.*\.json$/.test(name))
    .sort()
    .reverse();
}

async function read(file: string): Promise<Run | undefined> {
  const found = readFormat(await readFile(file, 'utf8'), runSchema);
  return found.kind === 'read' ? found.value : undefined;
}
