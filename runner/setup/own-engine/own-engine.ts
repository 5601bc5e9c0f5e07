import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { CouldNotTell } from '../../base/errors.ts';
import { lockFile } from '../../base/file-lock.ts';
import { whyNoAnswer } from '../ask-engine.ts';
import type { FoundEngine } from '../find-engine.ts';
import { linkUsualSocket, unlinkUsualSocket, usualSocket } from './docker-link.ts';
import { type EngineFolders, engineFolders } from './engine-folders.ts';
import { engineIsInstalled, installEngine } from './install-engine.ts';
import { waitUntil } from './processes.ts';
import type { Progress } from './progress.ts';
import { startEngine } from './start-engine.ts';
import { stopEngine } from './stop-engine.ts';

/** How long another `lab` may take to install and start the engine before we give up on it. */
const lockDeadlineMs = 15 * 60_000;

export interface OwnEngineOptions extends Progress {
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Installs (where needed) and starts the lab's own engine on Debian or Ubuntu, as root, and waits until it answers. Does
 * nothing where it runs already. Throws CouldNotTell with the reason and the next steps.
 */
export async function startOwnEngine(options: OwnEngineOptions): Promise<FoundEngine> {
  const { t, say, signal } = options;
  const folders = engineFolders(options.env);
  using _lock = await lockEngine(folders, options);
  if (!engineIsInstalled()) {
    await installEngine(options);
    if (folders.isDefault && (await systemEngineAnswers(signal))) {
      say(t.systemEngineStarted);
      return { address: `unix://${usualSocket}`, source: t.socket.system };
    }
  }
  await startEngine(folders, options);
  if (folders.isDefault) {
    const link = await linkUsualSocket(folders.socket);
    if (link === 'made') say(t.linked(usualSocket));
    if (link === 'in-the-way') say(t.notLinked(usualSocket, folders.socket));
  }
  return { address: `unix://${folders.socket}`, source: t.socket.own };
}

/** Stops the lab's own engine and everything that it runs. `not-running` where there was nothing to stop. */
export async function stopOwnEngine(options: OwnEngineOptions): Promise<'stopped' | 'not-running'> {
  const { t, say } = options;
  const folders = engineFolders(options.env);
  if (!existsSync(folders.run)) return 'not-running';
  using _lock = await lockEngine(folders, options);
  const how = await stopEngine(folders, options);
  if (folders.isDefault && (await unlinkUsualSocket(folders.socket))) say(t.unlinked(usualSocket));
  return how;
}

async function lockEngine(folders: EngineFolders, { t, say, signal }: OwnEngineOptions): Promise<Disposable> {
  if (process.geteuid?.() !== 0) throw new CouldNotTell(t.needsRoot, { next: t.fixNeedsRoot });
  await mkdir(folders.run, { recursive: true }).catch((error: Error) => {
    throw new CouldNotTell(t.noFolder(folders.run), { why: error.message, next: t.fixNoFolder(folders.run) });
  });
  const atOnce = await lockFile(folders.lock, { deadlineMs: 1_000, retryDelayMs: 50, signal });
  if (atOnce !== undefined) return atOnce;
  say(t.waitingForOther);
  const later = await lockFile(folders.lock, { deadlineMs: lockDeadlineMs, retryDelayMs: 50, signal });
  if (later === undefined)
    throw new CouldNotTell(t.otherTooSlow(lockDeadlineMs / 60_000), { next: t.fixOther(folders.lock) });
  return later;
}

/** The package's own service may have been started by the installation; systemd needs a moment for it. */
async function systemEngineAnswers(signal: AbortSignal | undefined): Promise<boolean> {
  const answers = async () => (await whyNoAnswer({ address: `unix://${usualSocket}` })) === undefined;
  if (!existsSync('/run/systemd/system')) return await answers();
  return await waitUntil(answers, { deadlineMs: 20_000, everyMs: 250, signal });
}
