import { useEffect } from 'react';
import { isReady, isUnderWay } from '../engine-state.ts';
import type { ScreenEvent, State } from '../state.ts';
import { isRetried } from '../trouble-words.ts';
import { isTourUnderWay } from '../widgets/tour/steps.ts';

const spinningMs = 120;
/** Ages are told in steps of this: each step draws the screen anew, which costs more than anything else on a quiet one. */
const restingMs = 5_000;
/** Where nothing has happened for a minute, a check comes sooner than this, and brings the time with it. */
const calmMs = 15_000;
const calmAfterMs = 60_000;

/** Lets time pass on the screen: fast while something turns, seldom otherwise, not at all on a still page. */
export function useTicks(state: State, dispatch: (event: ScreenEvent) => void): void {
  const { attempt } = state;
  const isBusy =
    attempt !== undefined && (attempt.checking || attempt.pending.length > 0 || isRetried(attempt.trouble));
  const showsAttempt = attempt !== undefined && state.reading === undefined && isReady(state.engine);
  const showsEngine = isUnderWay(state.engine) && (state.reading === undefined || state.reading === 'doctor');
  const showsTour = state.reading === 'tour' && isTourUnderWay(state);
  const isCalm = state.now - (attempt?.log.at(-1)?.at ?? 0) > calmAfterMs;
  const isTurning = showsEngine || showsTour || (showsAttempt && isBusy);
  const every = isTurning ? spinningMs : showsAttempt ? (isCalm ? calmMs : restingMs) : undefined;
  const since = attempt?.checkedAt;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the steps are counted from the last check on.
  useEffect(() => {
    if (every === undefined) return;
    const timer = setInterval(() => dispatch({ kind: 'tick', now: Date.now() }), every);
    return () => clearInterval(timer);
  }, [every, since, dispatch]);
}
