import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Takes an exclusive lock on a file and keeps it until it is disposed of. The kernel keeps it for a child that waits for our
 * end of a pipe to close: if we are killed, the lock goes with us and no stale lock can be left behind. Resolves to undefined
 * where another process did not let go within the deadline.
 */
export async function lockFile(
  path: string,
  options: { deadlineMs: number; signal?: AbortSignal | undefined },
): Promise<AsyncDisposable | undefined> {
  const seconds = String(Math.ceil(options.deadlineMs / 1_000));
  // In a session of its own: Ctrl-C at the terminal must not take the lock away from us while we clean up.
  const holder = spawn('flock', ['--exclusive', '--wait', seconds, path, 'sh', '-c', 'echo locked && exec cat'], {
    detached: true,
    stdio: ['pipe', 'pipe', 'ignore'],
    cwd: '/',
  });
  const ended = once(holder, 'exit').then(
    () => undefined,
    () => undefined,
  );
  const release = async () => {
    holder.stdin.end();
    holder.stdout.destroy();
    await ended;
  };
  const giveUp = () => holder.kill();
  options.signal?.addEventListener('abort', giveUp, { once: true });
  const locked = await Promise.race([once(holder.stdout, 'data').then(() => true), ended.then(() => false)]);
  options.signal?.removeEventListener('abort', giveUp);
  if (options.signal?.aborted) {
    await release();
    options.signal.throwIfAborted();
  }
  return locked ? { [Symbol.asyncDispose]: release } : undefined;
}
