import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import type { Engine } from './engine.ts';
import { label } from './labels.ts';

/**
 * A mark on what is started or disturbed for somebody in this process: `host/pid/random`. A later process on the same
 * host can tell by it that the one who did so is gone.
 */
export function newSession(): string {
  return `${hostname()}/${process.pid}/${randomBytes(4).toString('hex')}`;
}

/** True where the session was of this host and its process is no more. */
export function isDead(other: string, isAlive: (pid: number) => boolean = processIsAlive): boolean {
  const [host, pid] = other.split('/');
  if (host !== hostname() || pid === undefined || !/^[1-9]\d*$/.test(pid)) return false;
  return !isAlive(Number(pid));
}

function processIsAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Removes the helpers of sessions of this host that are dead (killed before they could clean up). */
export async function sweepDeadSessions(engine: Engine): Promise<void> {
  const dead = (await engine.helperSessions()).filter(other => isDead(other));
  for (const other of dead) await engine.removeLabelled({ [label.session]: other });
}
