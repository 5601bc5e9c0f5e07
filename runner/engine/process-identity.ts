import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Where process ids mean something: one of two processes can tell whether the other is alive only where all of this is alike. */
export interface ProcessSpace {
  /** Of the machine, or of a copy of it that was never told apart; empty where that is not known. */
  readonly machine: string;
  /** Of the running kernel; empty where that is not known. */
  readonly boot: string;
  /** Of the PID namespace, in which containers differ; empty where that is not known. */
  readonly namespace: string;
}

/** What tells processes of one space apart, although ids are given out again. */
export interface ProcessLook {
  /** False of one that has ended and is only not yet forgotten. */
  isAlive(pid: number): boolean;
  /** When it started, in the kernel's own count; empty where that cannot be told. */
  startOf(pid: number): string;
}

/** This process's space. Systems other than Linux have neither PID namespaces nor a name for a boot: there the host's name counts. */
export function thisSpace(): ProcessSpace {
  if (process.platform !== 'linux') return { machine: digest(hostname()), boot: 'any', namespace: 'any' };
  const id = readIfThere('/etc/machine-id');
  return {
    // Not the id itself, which machine-id(5) wants kept from others.
    machine: /^[0-9a-f]{32}$/.test(id) ? digest(`${id} ${hostname()}`) : '',
    boot: readIfThere('/proc/sys/kernel/random/boot_id'),
    namespace: /\d+/.exec(linkIfThere('/proc/self/ns/pid'))?.[0] ?? '',
  };
}

/** Looks at this process's space. */
export const processLook: ProcessLook = {
  isAlive: pid => {
    try {
      process.kill(pid, 0);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
    }
    // It has ended, and whoever should take note of that does not: in a container, often for ever.
    return !['Z', 'X'].includes(statOf(pid)[0] ?? '');
  },
  startOf: pid => statOf(pid)[startField] ?? '',
};

/** What /proc says of a process behind its program's name, which may hold anything. Nothing where /proc is another namespace's. */
function statOf(pid: number): readonly string[] {
  if (linkIfThere('/proc/self') !== String(process.pid)) return [];
  return readIfThere(`/proc/${pid}/stat`).split(')').at(-1)?.trim().split(' ') ?? [];
}

/** Of `starttime` behind the program's name: the 22nd of all, see proc_pid_stat(5). */
const startField = 19;

const digest = (text: string) => createHash('sha256').update(`estaleiro ${text}`).digest('hex').slice(0, 12);

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
}

function linkIfThere(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
