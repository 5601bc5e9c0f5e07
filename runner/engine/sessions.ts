import { randomBytes } from 'node:crypto';
import type { Engine } from './engine.ts';
import { label } from './labels.ts';
import { type ProcessLook, type ProcessSpace, processLook, thisSpace } from './process-identity.ts';

/**
 * A mark on what is started or disturbed for somebody in this process: `machine/boot/namespace/pid/start/random`. A later
 * process can tell by it whether the one who did so is gone; see docs/decisions/2026-11-30-whose-session-is-over.md.
 */
export function newSession(): string {
  const { machine, boot, namespace } = thisSpace();
  const random = randomBytes(4).toString('hex');
  return [machine, boot, namespace, process.pid, processLook.startOf(process.pid), random].join('/');
}

/**
 * True if it is known that the session's process is no more: it was of this very PID namespace, and its id is nobody's or
 * somebody's who started at another time; or it was of an earlier boot of this machine. Of anyone else it cannot be told.
 */
export function isDead(other: string, here: ProcessSpace = thisSpace(), look: ProcessLook = processLook): boolean {
  const [machine, boot, namespace, pid = '', start, random] = other.split('/');
  if (random === undefined || !/^[1-9]\d*$/.test(pid)) return false;
  if (!isKnown(boot) || !isKnown(here.boot)) return false;
  if (boot !== here.boot) return isKnown(machine) && machine === here.machine;
  if (!isKnown(namespace) || namespace !== here.namespace) return false;
  // One of another machine with a kernel that has no name for its boot.
  if (boot === 'any' && machine !== here.machine) return false;
  if (!look.isAlive(Number(pid))) return true;
  const now = look.startOf(Number(pid));
  return isKnown(start) && isKnown(now) && start !== now;
}

const isKnown = (value: string | undefined): value is string => value !== undefined && value !== '';

/** Removes the helpers of sessions that are known to be dead (killed before they could clean up). */
export async function sweepDeadSessions(engine: Engine): Promise<void> {
  const dead = (await engine.helperSessions()).filter(other => isDead(other));
  for (const other of dead) await engine.removeLabelled({ [label.session]: other });
}
