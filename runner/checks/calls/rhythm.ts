import { type CallEvidence, watchedUntil } from '../../probes/calls.ts';

/** Calls that come closer together than this are one burst. In milliseconds. */
const burstMs = 250;

/** How calls are spread over time, in milliseconds since 1970. */
export interface Rhythm {
  /** When a burst of calls began. */
  readonly bursts: readonly number[];
  /** Bursts that began while we watched. */
  readonly whileWatching: number;
  /** True if the calls were seen to recur and nothing says that they have stopped. */
  readonly periodic: boolean;
}

/**
 * Tells whether the calls recur: two bursts, one of them while we watched, or three in the minute before; and the
 * last of them no longer ago than their spacing would have it, by the time when this pair was last looked at: others may have
 * been watched for longer.
 */
export function rhythmOf(evidence: CallEvidence): Rhythm {
  const now = watchedUntil(evidence);
  const bursts: number[] = [];
  for (const { at } of evidence.calls) if (at - (bursts.at(-1) ?? Number.NEGATIVE_INFINITY) >= burstMs) bursts.push(at);
  const whileWatching = bursts.filter(at => at >= evidence.since).length;
  const seenAgain = whileWatching > 0 && (bursts.length > 1 || hasEarlierConnection(evidence));
  const periodic = (seenAgain || bursts.length > 2) && isGoingOn(bursts, now);
  return { bursts, whileWatching, periodic };
}

/** Calls so far apart are a loop's turns, and not one burst with a pause in it. In milliseconds. */
const slowMs = 5_000;

/** True if calls came so far apart that the next one may still be to come: too few to say that they recur, and not over yet. */
export function isSlow({ bursts, periodic }: Rhythm, now: number): boolean {
  const gaps = bursts.slice(1).map((at, index) => at - (bursts[index] ?? at));
  return !periodic && Math.max(0, ...gaps) >= slowMs && isGoingOn(bursts, now);
}

/** Calls over a connection that was open before we watched: one call at least was made when it was opened. */
function hasEarlierConnection(evidence: CallEvidence): boolean {
  const openedWhileWatching = new Set(evidence.calls.filter(call => call.sign === 'connection').map(call => call.port));
  return evidence.calls.some(
    call => call.sign === 'request' && call.at >= evidence.since + burstMs && !openedWhileWatching.has(call.port),
  );
}

/** A loop that has missed its turn by as much as its longest pause has stopped. */
function isGoingOn(bursts: readonly number[], now: number): boolean {
  const gaps = bursts.slice(1).map((at, index) => at - (bursts[index] ?? at));
  return now - (bursts.at(-1) ?? 0) <= 2 * Math.max(0, ...gaps) + 2_000;
}
