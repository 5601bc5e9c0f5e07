import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process of this machine, as /proc tells it. */
export interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly argv: readonly string[];
  /** False for what runs in a container: an engine in there may use the same paths as ours, and is not ours. */
  readonly isOutside: boolean;
}

/** The living processes. A zombie is dead: it only waits for its parent to look. */
export function listProcesses(): Process[] {
  const here = readlinkSync('/proc/self/ns/pid');
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(name => {
      try {
        const parsed = parseStat(readFileSync(`/proc/${name}/stat`, 'utf8'));
        if (parsed.state === 'Z' || parsed.state === 'X') return [];
        const isOutside = readlinkSync(`/proc/${name}/ns/pid`) === here;
        const argv = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0').slice(0, -1);
        return [{ pid: Number(name), parent: parsed.parent, argv, isOutside }];
      } catch {
        return [];
      }
    });
}

/** State and parent of a `/proc/<pid>/stat` line, whose second field may hold spaces and parentheses. Pure. */
export function parseStat(stat: string): { state: string; parent: number } {
  const [state = '', parent = ''] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { state, parent: Number(parent) };
}

/** What of an engine runs. Containers are the shims' descendants. */
export interface EngineProcesses {
  readonly dockerd: number | undefined;
  readonly containerd: number | undefined;
  readonly shims: readonly number[];
}

/** Picks an engine's processes by what their command lines say of its data folder and exec root. Pure. */
export function engineProcesses(all: readonly Process[], folders: { data: string; exec: string }): EngineProcesses {
  const withArgument = (program: string, ...wanted: string[]) =>
    all
      .filter(({ isOutside }) => isOutside)
      .filter(({ argv }) => basename(argv[0] ?? '').startsWith(program) && wanted.every(one => argv.includes(one)))
      .map(process => process.pid);
  return {
    dockerd: withArgument('dockerd', `--data-root=${folders.data}`)[0],
    containerd: withArgument('containerd', '--config', `${folders.exec}/containerd/containerd.toml`)[0],
    shims: withArgument('containerd-shim', '-address', `${folders.exec}/containerd/containerd.sock`),
  };
}

/** All that descend from these processes, without themselves. Pure. */
export function descendants(all: readonly Process[], ancestors: readonly number[]): number[] {
  const children = all.filter(process => ancestors.includes(process.parent)).map(process => process.pid);
  return children.length === 0 ? [] : [...children, ...descendants(all, children)];
}

/** Sends a signal; a process that has gone meanwhile is no failure. */
export function signalProcesses(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}

/** Looks again and again, until it is so (true) or the deadline has passed (false). */
export async function waitUntil(
  isSo: () => boolean | Promise<boolean>,
  options: { deadlineMs: number; everyMs?: number; signal?: AbortSignal | undefined },
): Promise<boolean> {
  const end = performance.now() + options.deadlineMs;
  for (;;) {
    if (await isSo()) return true;
    if (performance.now() >= end) return false;
    await sleep(options.everyMs ?? 50, undefined, { signal: options.signal });
  }
}
