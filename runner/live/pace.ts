/** How a live loop goes on after a check, while nothing happens on the engine. Times are in milliseconds. */

const soonMs = 250;
const seldomMs = 10_000;
const seldomTrafficMs = 5_000;
const solvedMs = 3_000;

/** What the next check depends on. */
export interface Calm {
  /** How many checks in a row have changed nothing. */
  readonly checks: number;
  /** How long the last one took. */
  readonly tookMs: number;
  /** Every required objective is met. */
  readonly solved: boolean;
}

/** How long until the next check where nothing happens: longer each time, for a program may only just have started. */
export function pauseMs({ checks, tookMs, solved }: Calm): number {
  const shortest = Math.max(solved ? solvedMs : soonMs, tookMs);
  return Math.min(seldomMs, shortest * 2 ** Math.min(checks, 10));
}

/** How long to wait at least before traffic that a probe has seen calls for a check; `undefined` if it never does. */
export function trafficPauseMs({ checks, tookMs, solved }: Calm): number | undefined {
  if (solved) return undefined;
  return Math.min(seldomTrafficMs, Math.max(soonMs, tookMs) * 2 ** Math.min(checks, 10));
}
