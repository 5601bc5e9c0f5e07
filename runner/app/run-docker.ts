import type { Readable } from 'node:stream';
import { WithoutColours } from './without-colours.ts';

/** How long a step may take, in milliseconds: builds may have to install packages. */
const deadlineMs = { build: 900_000, other: 120_000 };
/** Quick commands are let finish when the run is stopped, so that what they make can be found and removed. */
const usualGraceMs = 10_000;
/** What is attached to a container passes the request to end on to it, and waits for it: not for ever. */
const lastMs = 3_000;

export interface DockerRun {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  /** How long a command that is no build may go on after `signal`, in milliseconds. */
  readonly graceMs?: number;
  /** Whether `output` may get colours: docker's own (a builder shows errors in red) come even without a terminal. */
  readonly colour?: boolean;
  output(text: string): void;
}

/** How a docker command ended: its exit code (undefined where it was ended by us) and all it said, without colours. */
export interface DockerResult {
  readonly exitCode: number | undefined;
  readonly said: string;
}

/** Runs a docker command of this machine, without a shell's interpretation, and passes on what it says as it says it. */
export async function runDocker(words: readonly string[], build: boolean, run: DockerRun): Promise<DockerResult> {
  const { $ } = await import('zx/core');
  // In a group of its own: Ctrl-C reaches it only through `signal`, and the whole of it can be ended at once.
  const running = $({
    ...{ cwd: run.cwd, env: { ...run.env }, quiet: true, nothrow: true, detached: true },
    stdio: ['ignore', 'pipe', 'pipe'],
  })`${[...words]}`;
  let said = '';
  const passOn = (stream: Readable) => {
    const plain = new WithoutColours();
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      const text = plain.add(chunk);
      said += text;
      run.output(run.colour ? chunk : text);
    });
  };
  passOn(running.stdout);
  passOn(running.stderr);
  const signalGroup = (signal: NodeJS.Signals) => {
    try {
      if (running.pid !== undefined) process.kill(-running.pid, signal);
    } catch {
      // It has ended by itself.
    }
  };
  let last: NodeJS.Timeout | undefined;
  const end = () => {
    signalGroup('SIGTERM');
    last ??= setTimeout(() => signalGroup('SIGKILL'), lastMs);
  };
  const deadline = setTimeout(end, build ? deadlineMs.build : deadlineMs.other);
  let grace: NodeJS.Timeout | undefined;
  const onStop = () => {
    if (build) end();
    else grace = setTimeout(end, run.graceMs ?? usualGraceMs);
  };
  run.signal.addEventListener('abort', onStop, { once: true });
  try {
    const { exitCode } = await running;
    return { exitCode: exitCode ?? undefined, said };
  } finally {
    clearTimeout(deadline);
    clearTimeout(grace);
    clearTimeout(last);
    run.signal.removeEventListener('abort', onStop);
  }
}

/** Where the docker command is, or undefined. */
export async function findDocker(): Promise<string | undefined> {
  const { which } = await import('zx/core');
  return (await which('docker', { nothrow: true })) ?? undefined;
}
