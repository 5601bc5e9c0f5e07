import { existsSync } from 'node:fs';
import { $ } from 'zx/core';
import { whyNoAnswer } from '../ask-engine.ts';
import { engineFolders } from './engine-folders.ts';
import { engineProcesses, listProcesses } from './processes.ts';

/** The lab's own engine, as it is now. */
export interface OwnEngineStatus {
  readonly running: boolean;
  /** True if it also answers. */
  readonly answers: boolean;
  readonly pid: number | undefined;
  readonly socket: string;
  readonly data: string;
  /** What its data folder takes on the disk, in bytes; `undefined` if it is not there or could not be measured. */
  readonly dataBytes: number | undefined;
  readonly log: string;
}

/** Looks at the lab's own engine without changing anything. */
export async function ownEngineStatus(env: Readonly<Record<string, string | undefined>>): Promise<OwnEngineStatus> {
  const { socket, data, exec, log } = engineFolders(env);
  const pid = existsSync('/proc/self/ns/pid') ? engineProcesses(listProcesses(), { data, exec }).dockerd : undefined;
  const answers = pid !== undefined && (await whyNoAnswer({ address: `unix://${socket}` })) === undefined;
  return { running: pid !== undefined, answers, pid, socket, data, dataBytes: await sizeOf(data), log };
}

async function sizeOf(folder: string): Promise<number | undefined> {
  if (!existsSync(folder)) return undefined;
  // -x: the containers' mounted file systems are the same files once more.
  const du = await $({ quiet: true, nothrow: true, detached: true, timeout: 20_000 })`du -skx ${folder}`;
  const kilobytes = Number.parseInt(du.stdout, 10);
  return Number.isNaN(kilobytes) ? undefined : kilobytes * 1_024;
}
