import { setTimeout as after } from 'node:timers/promises';

/** How many may come at once after a pause, in seconds' worth. */
const burstSeconds = 4;

/** Lets so many pass in a second: more have to wait for their turn, in the order in which they came. */
export function pace(perSecond: number, signal: AbortSignal): () => Promise<void> {
  const stepMs = 1000 / perSecond;
  let turn = Number.NEGATIVE_INFINITY;
  return async () => {
    const now = performance.now();
    turn = Math.max(turn, now - burstSeconds * 1000) + stepMs;
    if (turn > now) await after(turn - now, undefined, { signal });
  };
}
