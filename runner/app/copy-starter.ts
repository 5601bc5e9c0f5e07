import { existsSync } from 'node:fs';
import { cp, mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CouldNotTell, messageOf, UsageError } from '../base/errors.ts';
import type { Challenge } from '../challenge/definition.ts';
import type { Lab } from './lab.ts';
import { commandMessages } from './texts/commands.ts';

/**
 * Copies what the learner starts from into a folder, which may be there as long as it is empty. Never writes over
 * anything, and says nothing. Throws a UsageError when something is in the way, a CouldNotTell where the checkout is not
 * whole.
 */
export async function copyStarter(
  lab: Pick<Lab, 'language' | 'root'>,
  challenge: Challenge,
  target: string,
): Promise<void> {
  const t = commandMessages[lab.language];
  const starter = join(lab.root, 'challenges', challenge.id, 'starter');
  await refuseWhatIsThere(lab, challenge, target);
  const files = await readdir(starter).catch(() => []);
  if (files.length === 0) throw new CouldNotTell(t.noStarter(starter), { next: [t.restoreCheckout] });
  try {
    await makeFolder(target);
    await cp(starter, target, { recursive: true, force: false });
  } catch (error) {
    throw new UsageError(t.cannotWrite(target), {
      why: messageOf(error),
      next: [t.otherFolder(startCommand(challenge))],
    });
  }
}

/** A folder that is there and empty may be used. */
async function refuseWhatIsThere(lab: Pick<Lab, 'language'>, challenge: Challenge, target: string): Promise<void> {
  const t = commandMessages[lab.language];
  const next = [t.otherFolder(startCommand(challenge))];
  try {
    if ((await readdir(target)).length > 0) throw new UsageError(t.notEmpty(target), { next });
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return;
    if (code === 'ENOTDIR') throw new UsageError(t.notAFolder(target), { next });
    throw new UsageError(t.cannotWrite(target), { why: messageOf(error), next });
  }
}

/** Like mkdir's `recursive`, which never ends where a file system refuses new folders with ENOENT (as /proc does). */
async function makeFolder(path: string): Promise<void> {
  if (existsSync(path)) return;
  if (!existsSync(dirname(path))) await makeFolder(dirname(path));
  await mkdir(path);
}

function startCommand({ number, id }: Challenge): string {
  return `lab start ${number} ${id}-2`;
}
