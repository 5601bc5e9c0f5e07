import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The group of processes that reads the keys of a shell's terminal, or undefined where that cannot be told. */
export function foregroundGroup(shell: number): number | undefined {
  const group = process.platform === 'linux' ? fromProc(shell) : fromPs(shell);
  return group !== undefined && Number.isInteger(group) && group > 0 ? group : undefined;
}

function fromProc(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program, in parentheses, may hold anything; after it come state, parent, group, session, terminal.
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[5]);
  } catch {
    return undefined;
  }
}

function fromPs(pid: number): number | undefined {
  try {
    const found = execFileSync('ps', ['-o', 'tpgid=', '-p', String(pid)], { encoding: 'utf8', timeout: 1000 });
    return Number(found.trim());
  } catch {
    return undefined;
  }
}

/** Sends a signal to every process of a group; false where there is none any more. Signal 0 only asks. */
export function signalGroup(group: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(-group, signal);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
