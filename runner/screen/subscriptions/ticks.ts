import type { State } from '../state.ts';
import { isRetried } from '../trouble-words.ts';
import { isReady, isUnderWay } from '../widgets/doctor/engine-state.ts';
import { isTourUnderWay } from '../widgets/tour/steps.ts';

/** Ticks that are to come. */
export interface TickSubscription {
  readonly to: 'ticks';
  readonly key: string;
  readonly everyMs: number;
}

const spinningMs = 120;
/** Ages are told in steps of this: each step draws the screen anew, which costs more than anything else on a quiet one. */
const restingMs = 5_000;
/** Where nothing has happened for a minute, a check comes sooner than this, and brings the time with it. */
const calmMs = 15_000;
const calmAfterMs = 60_000;

/**
 * How time passes on the screen: fast while something turns, seldom otherwise, not at all on a still page. The steps are
 * counted from the last check on.
 */
export function ticksOf(state: State): TickSubscription[] {
  const everyMs = stepMs(state);
  if (everyMs === undefined) return [];
  return [{ to: 'ticks', key: `ticks ${everyMs} ${state.attempt?.checkedAt ?? ''}`, everyMs }];
}

function stepMs(state: State): number | undefined {
  const { attempt } = state;
  const isBusy =
    attempt !== undefined && (attempt.checking || attempt.pending.length > 0 || isRetried(attempt.trouble));
  const showsAttempt = attempt !== undefined && state.reading === undefined && isReady(state.engine);
  const showsEngine = isUnderWay(state.engine) && (state.reading === undefined || state.reading === 'doctor');
  const showsTour = state.reading === 'tour' && isTourUnderWay(state);
  if (showsEngine || showsTour || (showsAttempt && isBusy)) return spinningMs;
  if (!showsAttempt) return undefined;
  const isCalm = state.now - (attempt.log.at(-1)?.at ?? 0) > calmAfterMs;
  return isCalm ? calmMs : restingMs;
}
