import { setTimeout as pause } from 'node:timers/promises';

/** Podman looks at what it lists one by one, and fails with status 500 where one of them has gone meanwhile. */
const goneMeanwhile =
  /\bno such (container|pod|volume|network|image|object)\b|\b(image|layer|network|volume) not (known|found)\b/i;

/** How long to wait, in milliseconds, before a list is asked for once more: what is being removed has gone soon. */
const listAgainMs = [10, 50, 100, 200, 400, 800] as const;

/** True if an engine says that what it was asked about is not there, or not any more. */
export function isGone(error: unknown): boolean {
  const { statusCode, message = '' } = (error ?? {}) as { statusCode?: number; message?: string };
  return statusCode === 404 || (statusCode === 500 && goneMeanwhile.test(message));
}

/** A list that the engine can give, although something may go while it makes it. Throws what stays in its way. */
export async function listed<Found>(list: () => Promise<Found>): Promise<Found> {
  for (const retryDelayMs of listAgainMs) {
    try {
      return await list();
    } catch (error) {
      if (!isGone(error)) throw error;
      await pause(retryDelayMs);
    }
  }
  return list();
}

/** What is still there of what was asked for: something may go between a list and the look at it. */
export async function present<Found>(asked: Promise<Found>[]): Promise<Found[]> {
  const settled = await Promise.allSettled(asked);
  return settled.flatMap(result => {
    if (result.status === 'fulfilled') return [result.value];
    if (isGone(result.reason)) return [];
    throw result.reason;
  });
}

/** The engine answers 304 where a container is already as it should be. */
export async function unlessSo(changing: Promise<unknown>): Promise<void> {
  try {
    await changing;
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode !== 304) throw error;
  }
}
