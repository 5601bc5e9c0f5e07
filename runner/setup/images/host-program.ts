import { CouldNotTell } from '../../base/errors.ts';
import type { Language } from '../../base/language.ts';
import { imagesMessages } from '../texts/images.ts';

export interface HostProgramOptions {
  readonly language: Language;
  readonly deadlineMs: number;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs a program of this machine and returns its standard output. Where it fails, is not there or does not end in
 * time: CouldNotTell with the last of what it said. Where `signal` aborts, the program is ended and its reason thrown.
 */
export async function hostProgram(command: readonly string[], options: HostProgramOptions): Promise<string> {
  const t = imagesMessages[options.language];
  const { $ } = await import('zx/core');
  const deadline = AbortSignal.timeout(options.deadlineMs);
  const signal = options.signal ? AbortSignal.any([options.signal, deadline]) : deadline;
  // In a group of its own, so that the whole of it can be ended, and so that Ctrl-C reaches it through `signal` alone.
  const run = $({
    ...{ quiet: true, nothrow: true, detached: true, signal, stdio: ['ignore', 'pipe', 'pipe'] as const },
    env: { ...process.env, ...options.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' } as NodeJS.ProcessEnv,
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
  });
  const output = await run`${[...command]}`;
  options.signal?.throwIfAborted();
  const name = command[0] ?? '';
  if (deadline.aborted) throw new CouldNotTell(t.programTooSlow(name, options.deadlineMs / 1000));
  if (output.exitCode === 0) return output.stdout;
  const said = `${output.stderr || output.stdout || output.message}`.trim().split('\n').slice(-6).join('\n');
  throw new CouldNotTell(t.programFailed(command.slice(0, 3).join(' ')), { why: said });
}

/** True if the PATH has this program. */
export async function hasProgram(name: string): Promise<boolean> {
  const { which } = await import('zx/core');
  return (await which(name, { nothrow: true })) !== null;
}
