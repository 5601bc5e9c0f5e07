import { rm } from 'node:fs/promises';
import { CouldNotTell } from '../../base/errors.ts';
import type { EngineFolders } from './engine-folders.ts';
import { containerProcesses, endAllLeftovers, unmountLeftovers } from './leftovers.ts';
import { engineProcesses, listProcesses, signalProcesses, waitUntil } from './processes.ts';
import type { Progress } from './progress.ts';

/** dockerd gives its containers ten seconds to end, and some to itself. */
const stopDeadlineMs = 25_000;
const killDeadlineMs = 5_000;

/**
 * Ends the dockerd of these folders and what it runs: in good order, or by force where that takes too long. Touches no other
 * engine. Throws CouldNotTell when something of it survives. The caller holds the lock.
 */
export async function stopEngine(folders: EngineFolders, { t, say }: Progress): Promise<'stopped' | 'not-running'> {
  const before = engineProcesses(listProcesses(), folders);
  const wasRunning =
    before.dockerd !== undefined || before.containerd !== undefined || containerProcesses(folders).length > 0;
  if (wasRunning) say(t.stoppingEngine);
  const dockerd = () => engineProcesses(listProcesses(), folders).dockerd;
  const endBy = async (signal: NodeJS.Signals, deadlineMs: number) => {
    const pid = dockerd();
    if (pid === undefined) return true;
    signalProcesses([pid], signal);
    return await waitUntil(() => dockerd() === undefined, { deadlineMs });
  };
  const ended = (await endBy('SIGTERM', stopDeadlineMs)) || (await endBy('SIGKILL', killDeadlineMs));
  if (!ended) throw new CouldNotTell(t.engineSurvives(dockerd() ?? 0), { next: t.fixSurvives(dockerd() ?? 0) });
  await endAllLeftovers(folders);
  await unmountLeftovers(folders);
  await rm(folders.pid, { force: true });
  await rm(folders.socket, { force: true });
  return wasRunning ? 'stopped' : 'not-running';
}
