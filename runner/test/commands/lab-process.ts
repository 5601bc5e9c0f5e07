import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';

/*
 * The command line as people have it: the bundle, on the real engine. A test file that imports this has the bundle made
 * first, and the folder removed after everything that it cleans up itself.
 */

/** The checkout. */
export const root = join(import.meta.dirname, '../../..');
/** What people start. */
export const lab = join(root, 'runner/lab');
/** Where the tests of one file run it. */
export const folder = mkdtempSync(join(tmpdir(), 'lab cli '));

beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'runner/bundle.ts')], { stdio: 'inherit' });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** How a `lab` ended, and what it said. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `lab` in `folder`; `during` sees it running, with all that it has said so far. */
export function run(
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
  during?: (kill: (signal: NodeJS.Signals) => void, said: string) => void,
): Promise<Ended> {
  const child = spawn(lab, words, {
    cwd: folder,
    env: { ...process.env, LANG: 'C', LC_ALL: 'C', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // Sooner than a test's own deadline: what a test cleans up waits for the end of it.
    timeout: 110_000,
  });
  let out = '';
  let err = '';
  const heard = () => during?.(signal => child.kill(signal), out + err);
  child.stdout.setEncoding('utf8').on('data', text => {
    out += text;
    heard();
  });
  child.stderr.setEncoding('utf8').on('data', text => {
    err += text;
    heard();
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', code => resolve({ code, out, err }));
  });
}
