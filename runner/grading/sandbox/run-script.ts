import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { streamLines } from '../../base/stream-lines.ts';
import type { Hosted } from '../../engine/host.ts';
import type { ScriptRun } from '../../gradebook/result.ts';
import { LineTail } from './line-tail.ts';
import { packPart } from './pack-part.ts';
import { SandboxFault, type ScriptOptions } from './sandbox.ts';
import { ScriptClock } from './script-clock.ts';
import type { ScriptFollower } from './script-follower.ts';
import { parseScriptReport, type ScriptReport } from './script-report.ts';

/** How many of the last lines are told. */
const tailLines = 60;

/** How long the shell may take to end a script that it is told to end, in milliseconds. */
const endingMs = 5_000;

/** A script's run, and what the docker command of the shell has noted of it. */
export interface NotedRun {
  readonly run: ScriptRun;
  readonly notes: Pick<ScriptReport, 'namedImages' | 'missingTool' | 'compose'>;
}

/**
 * Runs a script in a shell that has just been started (see `lab-images/shell/entrypoint.sh`), after handing it the student's
 * files. `folder` is for the archive of these; `follow` begins to tell a follower what it does. The shell goes on after it.
 */
export async function runScript(
  shell: Hosted,
  folder: string,
  options: ScriptOptions,
  follow: (follower: ScriptFollower) => void = () => {},
): Promise<NotedRun> {
  const { script, signal, timeoutMs, graceMs, outputBytes } = options;
  const began = performance.now();
  const end = Promise.withResolvers<ScriptRun['endedBy']>();
  // Nobody may be waiting any more when it fails.
  end.promise.catch(() => {});
  const report = reportOf(shell);
  report.then(
    ({ outOfMemory, exitCode }) => end.resolve(outOfMemory && exitCode !== 0 ? 'memory' : 'itself'),
    error => end.reject(error),
  );
  const tail = new LineTail(tailLines);
  let written = 0;
  shell.stdout.on('data', (chunk: Buffer) => {
    written += chunk.length;
    // What was written before it could be ended is of no more use.
    if (written <= outputBytes) tail.write(chunk);
    else end.resolve('output');
  });
  const onAbort = () => end.reject(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  using clock = new ScriptClock(timeoutMs, () => end.resolve('time'));
  const { follower } = options;
  if (follower !== undefined)
    follow({
      onRemoval: removal => clock.hold(() => follower.onRemoval(removal)),
      onRebuild: () => follower.onRebuild(),
    });
  try {
    signal.throwIfAborted();
    await Promise.race([handOver(shell, folder, options.folder, script, graceMs), end.promise]);
    const endedBy = await end.promise;
    const said = endedBy === 'itself' || endedBy === 'memory' ? await report : await stop(shell, report);
    const run: ScriptRun = {
      exitCode: endedBy === 'itself' || endedBy === 'memory' ? said?.exitCode : undefined,
      endedBy,
      failingCommand: said?.failingCommand ?? '',
      lastLines: tail.lines,
      leftRunning: said?.leftRunning ?? [],
      durationMs: Math.round(performance.now() - began),
    };
    const { namedImages = [], missingTool = '', compose = '' } = said ?? {};
    return { run, notes: { namedImages, missingTool, compose } };
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

/** The files, the script, and how long a docker command may hold it up. */
async function handOver(
  shell: Hosted,
  scratch: string,
  folder: string,
  script: string,
  graceMs: number,
): Promise<void> {
  const archive = join(scratch, 'work.tar');
  try {
    await packPart(folder, archive);
    const { size } = await stat(archive);
    const bytes = Buffer.from(script);
    shell.input.write(`${size} ${bytes.length} ${Math.round(graceMs)}\n`);
    await pipeline(createReadStream(archive), shell.input, { end: false });
    shell.input.write(bytes);
  } finally {
    await rm(archive, { force: true });
  }
}

/** What the shell says in the end. Throws SandboxFault when it ends without a word. */
async function reportOf(shell: Hosted): Promise<ScriptReport> {
  for await (const line of streamLines(shell.stderr)) {
    const report = parseScriptReport(line);
    if (report) return report;
  }
  throw new SandboxFault('the shell of the sandbox ended before its script');
}

/** Tells the shell to end its script; what it says of it, if it still can. */
async function stop(shell: Hosted, report: Promise<ScriptReport>): Promise<ScriptReport | undefined> {
  shell.input.write('stop\n');
  const { promise: late, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => resolve(undefined), endingMs);
  try {
    return await Promise.race([report.catch(() => undefined), late]);
  } finally {
    clearTimeout(timer);
  }
}
