import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** A process whose time is looked at. */
export interface Watched {
  readonly name: string;
  readonly pids: readonly number[];
}

/** How much of one core each has used while `ms` milliseconds went by, in percent. */
export async function cpuOf(watched: readonly Watched[], ms: number): Promise<number[]> {
  const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
  const ticks = () => watched.map(({ pids }) => pids.reduce((sum, pid) => sum + ticksOf(pid), 0));
  const before = ticks();
  const began = performance.now();
  await delay(ms);
  const seconds = (performance.now() - began) / 1_000;
  return ticks().map((now, index) => (100 * (now - (before[index] ?? 0))) / ticksPerSecond / seconds);
}

/** User and system time, as proc_pid_stat(5) has them; the second field may contain spaces. Zero once it is gone. */
function ticksOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    return 0;
  }
}

/** What a process has in memory, in megabytes. */
export function residentOf(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes ?? 0) / 1024;
}

/** The main processes of the lab's helper containers. */
export function helpers(): number[] {
  const ids = docker('ps', '--quiet', '--no-trunc', '--filter', 'label=estaleiro.session');
  return ids.length === 0 ? [] : docker('inspect', '--format', '{{.State.Pid}}', ...ids).map(Number);
}

/** The engine's own process: the only one there is, or the one that was told of the socket in DOCKER_HOST. */
export function engine(): number[] {
  const commands = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(name => ({ pid: Number(name), command: commandOf(name) }))
    .filter(({ command }) => /(^|\/)dockerd\0/.test(command));
  const socket = process.env.DOCKER_HOST ?? '';
  const told = commands.filter(({ command }) => socket !== '' && command.includes(socket));
  return (told.length > 0 || commands.length > 1 ? told : commands).map(({ pid }) => pid);
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

function docker(...words: string[]): string[] {
  return spawnSync('docker', words, { encoding: 'utf8' }).stdout.split('\n').filter(Boolean);
}
