import { spawn } from 'node:child_process';
import { openSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { CouldNotTell } from '../../base/errors.ts';
import { whyNoAnswer } from '../ask-engine.ts';
import { systemPath, thisSystem } from '../system.ts';
import { type EngineFolders, excessOfSocketPaths } from './engine-folders.ts';
import { endLeftovers, unmountLeftovers } from './leftovers.ts';
import { engineProcesses, listProcesses, signalProcesses, waitUntil } from './processes.ts';
import type { Progress } from './progress.ts';

/** An engine is up in 2 s; one that finds a big data folder after a crash takes longer. */
const readyDeadlineMs = 90_000;

/** What of the engine's own settings an administrator's daemon.json may not change. */
const ours = ['hosts', 'data-root', 'graph', 'exec-root', 'pidfile', 'containerd', 'tls', 'tlsverify'];

/** The administrator's settings (mirrors, proxies, DNS…) for our engine: without those that collide with its own. Pure. */
export function engineConfig(daemonJson: string | undefined): string {
  try {
    const settings: unknown = JSON.parse(daemonJson ?? '{}');
    if (typeof settings !== 'object' || settings === null) return '{}';
    return JSON.stringify(Object.fromEntries(Object.entries(settings).filter(([key]) => !ours.includes(key))));
  } catch {
    return '{}';
  }
}

/**
 * Starts dockerd in these folders and waits until it answers. It outlives us. A dockerd of ours that already runs is only
 * waited for. Throws CouldNotTell with the log's last lines where it does not come up. The caller holds the lock.
 */
export async function startEngine(folders: EngineFolders, { t, say, signal }: Progress): Promise<void> {
  const excess = excessOfSocketPaths(folders);
  if (excess > 0) throw new CouldNotTell(t.pathTooLong(folders.run, excess), { next: t.fixPathTooLong });
  const address = `unix://${folders.socket}`;
  const running = engineProcesses(listProcesses(), folders).dockerd;
  if (running !== undefined && (await whyNoAnswer({ address })) === undefined) {
    say(t.engineRunning(folders.socket));
    return;
  }
  say(running === undefined ? t.startingEngine(folders.data) : t.unusable.waitingForOwn(folders.socket));
  for (const folder of [folders.exec, folders.data]) {
    await mkdir(folder, { recursive: true }).catch((error: Error) => {
      throw new CouldNotTell(t.noFolder(folder), { why: error.message, next: t.fixNoFolder(folder) });
    });
  }
  const dockerd = running ?? (await spawnDockerd(folders));
  const isAlive = () => engineProcesses(listProcesses(), folders).dockerd !== undefined;
  let up = false;
  try {
    await waitUntil(
      async () => {
        up = (await whyNoAnswer({ address }, 5_000)) === undefined;
        return up || !isAlive();
      },
      { deadlineMs: readyDeadlineMs, everyMs: 100, signal },
    );
  } finally {
    // One that ran before us may have containers, and a reason to be slow.
    if (!up && running === undefined) signalProcesses(isAlive() ? [dockerd] : [], 'SIGTERM');
  }
  if (up) {
    say(t.engineStarted(folders.socket));
    return;
  }
  const why = lastLines(folders.log);
  const silent = isAlive();
  if (silent && running !== undefined) {
    const next = t.unusable.fixHung({ id: 'own', path: folders.socket }, thisSystem());
    throw new CouldNotTell(t.unusable.hung(folders.socket, readyDeadlineMs / 1_000), { why, next });
  }
  if (!silent) await unmountLeftovers(folders);
  const message = silent ? t.engineSilent(folders.socket, readyDeadlineMs / 1_000) : t.engineEnded;
  throw new CouldNotTell(message, { why, next: t.fixEngine(folders.log) });
}

/** Starts the program, over what a killed predecessor may have left: pid files, containers, an unanswered socket. */
async function spawnDockerd(folders: EngineFolders): Promise<number> {
  await endLeftovers(folders);
  await rm(folders.pid, { force: true });
  await rm(folders.socket, { force: true });
  if (engineProcesses(listProcesses(), folders).containerd === undefined) {
    await rm(`${folders.exec}/containerd/containerd.pid`, { force: true });
  }
  await writeFile(folders.config, engineConfig(readIfThere('/etc/docker/daemon.json')));
  const log = openSync(folders.log, 'w');
  const args = [
    `--data-root=${folders.data}`,
    `--exec-root=${folders.exec}`,
    `--pidfile=${folders.pid}`,
    `--host=unix://${folders.socket}`,
    `--config-file=${folders.config}`,
  ];
  // Not through zx: this program must outlive us, without a pipe to us. Node's variables are ours, not its.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(NODE|npm|DOCKER)_/i.test(name)));
  const child = spawn('dockerd', args, {
    detached: true,
    stdio: ['ignore', log, log],
    cwd: '/',
    env: { ...env, PATH: systemPath },
  });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  child.on('spawn', resolve).on('error', reject);
  await promise;
  child.unref();
  return child.pid ?? 0;
}

/** The end of the engine's log: what it says of its own failure, without the time of each line and its small talk. */
export function lastLines(file: string, count = 4): string {
  const lines = (readIfThere(file) ?? '').trimEnd().split('\n');
  const serious = lines.filter(line => !/ level=(info|debug|warning) /.test(line));
  return (serious.length > 0 ? serious : lines)
    .slice(-count)
    .map(line => / level=\S+ msg=("(?:[^"\\]|\\.)*"|\S+)/.exec(line)?.[1] ?? line)
    .join('\n');
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
