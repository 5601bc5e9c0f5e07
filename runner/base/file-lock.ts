import { setTimeout as pause } from 'node:timers/promises';
import { quietly } from './quietly.ts';

export interface LockOptions {
  readonly deadlineMs: number;
  /** How long between two tries: little where whoever has it only writes a small file. */
  readonly retryDelayMs?: number;
  readonly signal?: AbortSignal | undefined;
}

const usualRetryDelayMs = 5;

/** What SQLite says: SQLITE_BUSY; and SQLITE_PROTOCOL, and SQLITE_IOERR about locks. */
const busy = 5;
const noLocks: readonly number[] = [15, ...[9, 14, 15].map(about => 10 | (about << 8))];

/**
 * Holds an exclusive lock on a file until it is disposed of. It is the lock that SQLite takes on a database, so the system
 * keeps it and lets go of it when we are killed, on Linux and on macOS, and no stale lock can be left behind. Resolves to
 * undefined where another process did not let go within the deadline. Throws the signal's reason where that
 * aborts, and what the file system says where the file cannot be made.
 */
export async function lockFile(
  path: string,
  { deadlineMs, retryDelayMs = usualRetryDelayMs, signal }: LockOptions,
): Promise<Disposable | undefined> {
  // Older Nodes warn of SQLite on the terminal, in the middle of the screen.
  const { DatabaseSync } = quietly(() => process.getBuiltinModule('node:sqlite'));
  const database = new DatabaseSync(path, { timeout: 0 });
  const until = performance.now() + deadlineMs;
  try {
    // Nothing is ever written to it, so it stays an empty file.
    while (!taken(() => database.exec('BEGIN EXCLUSIVE'))) {
      signal?.throwIfAborted();
      if (performance.now() >= until) {
        database.close();
        return undefined;
      }
      // Its own error is none that anybody knows: the reason is thrown above.
      await pause(retryDelayMs, undefined, { signal }).catch(() => {});
    }
  } catch (error) {
    database.close();
    throw error;
  }
  return { [Symbol.dispose]: () => database.close() };
}

/** True if nobody else can have it now; also where the file system knows no locks, as some on a network do not. */
function taken(begin: () => void): boolean {
  try {
    begin();
    return true;
  } catch (error) {
    const { errcode = 0 } = error as { errcode?: number };
    if ((errcode & 0xff) === busy) return false;
    if (noLocks.includes(errcode)) return true;
    throw error;
  }
}
