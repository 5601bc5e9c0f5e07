import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What is written down of a crash. Nothing of the environment: passwords may be in it. */
export interface Crash {
  readonly error: unknown;
  readonly at: Date;
  /** Of the lab. */
  readonly version: string;
  /** The terminal's TERM. */
  readonly term: string;
  readonly size: { readonly columns: number; readonly rows: number };
  /** What else was written while the screen was open. */
  readonly strays: string;
}

/** Older files than these are removed: nobody reports them any more. */
const filesKept = 10;

/** Writes the details of a crash into a file of its own, and returns its path; `undefined` if that cannot be done. */
export async function writeCrashFile(folder: string, crash: Crash): Promise<string | undefined> {
  const path = join(folder, `${crash.at.toISOString().slice(0, 19).replaceAll(':', '-')}.txt`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(path, crashText(crash));
    const files = (await readdir(folder)).filter(name => /^\d{4}-.*\.txt$/.test(name)).sort();
    await Promise.all(files.slice(0, -filesKept).map(name => rm(join(folder, name), { force: true })));
    return path;
  } catch {
    return undefined;
  }
}

/** Pure but for the names of this machine's Node and system. */
function crashText({ error, at, version, term, size, strays }: Crash): string {
  return [
    `Estaleiro ${version}`,
    `at ${at.toISOString()}`,
    `Node ${process.versions.node} on ${process.platform} ${process.arch}`,
    `terminal ${term}, ${size.columns}×${size.rows}`,
    '',
    traceOf(error),
    ...(strays === '' ? [] : ['', 'Written while the screen was open:', strays.trimEnd()]),
    '',
  ].join('\n');
}

function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\ncaused by: ${traceOf(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
