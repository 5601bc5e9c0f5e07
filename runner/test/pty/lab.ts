import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTerminal, type TerminalOptions, type TestTerminal } from './terminal.ts';

const root = join(import.meta.dirname, '../../..');
const program = join(root, 'dist/main.js');

/** Makes the bundle that the tests run, where it is not up to date. */
export function bundleLab(): void {
  execFileSync(process.execPath, [join(root, 'runner/bundle.ts')], { cwd: root, stdio: 'inherit' });
}

/** What `npm start` runs. */
export const labCommand: readonly [string, ...string[]] = [process.execPath, program];

/** Opens `lab` in a terminal of its own, as `npm start` does. */
export function openLab(options: TerminalOptions = {}, ...args: string[]): TestTerminal {
  return openTerminal([process.execPath, program, ...args], {
    cwd: root,
    ...options,
    env: { ...plain, ...ownState(options), ...options.env },
  });
}

/** Runs `lab` with no terminal at all, and returns its standard output once it has ended well. */
export function pipedLab(): Promise<string> {
  const env = { ...process.env, ...plain };
  return new Promise((resolve, reject) => {
    const child = execFile(process.execPath, [program], { cwd: root, env, timeout: 280_000 }, (error, stdout) =>
      error ? reject(error) : resolve(stdout),
    );
    child.stdin?.end();
  });
}

/**
 * The same, under a shell that tells the exit code and the state of the terminal when `lab` has ended: `icanon` and
 * `echo` without a minus say that keys are as they were.
 */
export function openLabInShell(options: TerminalOptions = {}, ...args: string[]): TestTerminal {
  const script = '"$@"; echo "exit=$?"; stty -a | tr " ;" "\\n\\n" | grep -E "^-?(icanon|echo)$"; echo done';
  return openTerminal(['sh', '-c', script, 'sh', process.execPath, program, ...args], {
    cwd: root,
    ...options,
    env: { ...plain, ...ownState(options), ...options.env },
  });
}

/** Each lab remembers for itself, unless the test says where: what one has chosen or reached is nothing to the next. */
function ownState({ env }: TerminalOptions): { LAB_STATE_DIR?: string } {
  if (env?.LAB_STATE_DIR !== undefined) return {};
  return { LAB_STATE_DIR: mkdtempSync(join(process.env.LAB_STATE_DIR ?? tmpdir(), 'lab-state-')) };
}

/** The `lab` process under the shell of `openLabInShell`. */
export function childOf(pid: number): number {
  const children = execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' });
  return Number(children.trim().split('\n')[0]);
}

const plain = {
  LANG: 'en_US.UTF-8',
  LC_ALL: undefined,
  LC_MESSAGES: undefined,
  NO_COLOR: undefined,
  FORCE_COLOR: undefined,
};
