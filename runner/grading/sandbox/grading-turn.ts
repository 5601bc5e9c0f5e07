import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { lockFile } from '../../base/file-lock.ts';

/** How often it is looked whether another one has ended, in milliseconds. */
const retryDelayMs = 250;

/**
 * Waits until no other grading of this machine uses the engine at `address`, and keeps others waiting until it is disposed of; the
 * system lets go of it when we are killed. Two at once take memory, loop devices and addresses away from each other, of which both
 * had counted on all. `folder` is absolute, and made where it is missing. Throws the signal's reason where that aborts.
 */
export async function takeGradingTurn(
  folder: string,
  address: string,
  { signal, onWait }: { readonly signal: AbortSignal; readonly onWait: () => void },
): Promise<Disposable> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const engine = createHash('sha256').update(address).digest('hex').slice(0, 12);
  const file = join(folder, `engine-${engine}.lock`);
  const atOnce = await lockFile(file, { deadlineMs: 0, signal });
  if (atOnce !== undefined) return atOnce;
  onWait();
  const turn = await lockFile(file, { deadlineMs: Number.POSITIVE_INFINITY, retryDelayMs, signal });
  if (turn === undefined) throw new Error('a wait without a deadline came to an end');
  return turn;
}
