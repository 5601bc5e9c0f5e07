import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { $ } from 'zx/core';
import type { EngineFolders } from './engine-folders.ts';
import { descendants, engineProcesses, listProcesses, signalProcesses, waitUntil } from './processes.ts';

/** How long a container of an engine that is gone may take to end in good order. */
const graceMs = 2_000;

/**
 * The processes of an engine's containers: what descends from its shims, and (where the shims were killed, too) what is in the
 * control group of a container that its data folder knows.
 */
export function containerProcesses(folders: Pick<EngineFolders, 'data' | 'exec'>): number[] {
  const all = listProcesses();
  const ids = new Set(namesIn(join(folders.data, 'containers')));
  const orphans = all.filter(({ pid, isOutside }) => !isOutside && ids.has(containerIdOf(pid) ?? ''));
  const { shims } = engineProcesses(all, folders);
  return [...new Set([...descendants(all, shims), ...orphans.map(({ pid }) => pid)])];
}

function containerIdOf(pid: number): string | undefined {
  try {
    return /\b[0-9a-f]{64}\b/.exec(readFileSync(`/proc/${pid}/cgroup`, 'utf8'))?.[0];
  } catch {
    return undefined;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/**
 * Ends the containers that a killed dockerd left running: nobody can see or stop them, and the next dockerd would wait ten
 * seconds for each and then start those with a restart policy again. Their shims stay: the next containerd reads from
 * them how the containers ended.
 */
export async function endLeftovers(folders: EngineFolders): Promise<void> {
  const left = () => containerProcesses(folders);
  if (left().length === 0) return;
  signalProcesses(left(), 'SIGTERM');
  if (await waitUntil(() => left().length === 0, { deadlineMs: graceMs })) return;
  signalProcesses(left(), 'SIGKILL');
  await waitUntil(() => left().length === 0, { deadlineMs: 5_000 });
}

/** Ends what an ended dockerd left: containers, their shims, containerd. */
export async function endAllLeftovers(folders: EngineFolders): Promise<void> {
  await endLeftovers(folders);
  const left = () => {
    const { containerd, shims } = engineProcesses(listProcesses(), folders);
    return containerd === undefined ? [...shims] : [containerd, ...shims];
  };
  if (left().length === 0) return;
  signalProcesses(left(), 'SIGTERM');
  if (await waitUntil(() => left().length === 0, { deadlineMs: graceMs })) return;
  signalProcesses(left(), 'SIGKILL');
  await waitUntil(() => left().length === 0, { deadlineMs: 5_000 });
}

/** Unmounts what is still mounted below the engine's folders, so that they can be removed. */
export async function unmountLeftovers(folders: EngineFolders): Promise<void> {
  const mounts = mountsBelow(readFileSync('/proc/self/mountinfo', 'utf8'), [folders.data, folders.exec]);
  for (const mount of mounts) {
    await $({ quiet: true, nothrow: true, detached: true, timeout: 10_000 })`umount --lazy ${mount}`;
  }
}

/**
 * The mount points at or below these folders, the deepest first. One of the folders itself counts only where it is bound
 * onto itself, as dockerd does: a disk that somebody mounted there stays. Pure.
 */
export function mountsBelow(mountinfo: string, folders: readonly string[]): string[] {
  return mountinfo
    .split('\n')
    .map(line => line.split(' ').map(unescapeMount))
    .flatMap(([, , , root = '', path = '']) => {
      // Either path may be the longer: the disk may be mounted below `/`, or our `/` may be a folder (or subvolume) of it.
      const boundOntoItself = root !== '/' && (path.endsWith(root) || root.endsWith(path));
      const ours = folders.some(folder => path.startsWith(`${folder}/`) || (path === folder && boundOntoItself));
      return ours ? [path] : [];
    })
    .reverse();
}

/** The kernel writes a space in a path as `\040`. */
function unescapeMount(field: string): string {
  return field.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}
