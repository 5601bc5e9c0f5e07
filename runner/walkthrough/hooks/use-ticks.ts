import { useEffect } from 'react';
import type { ScreenEvent, State } from '../state.ts';

const spinningMs = 120;
const restingMs = 1000;

/** Lets time pass on the screen: fast while something turns, once a second otherwise, not at all on a still page. */
export function useTicks(state: State, dispatch: (event: ScreenEvent) => void): void {
  const { attempt } = state;
  const busy =
    attempt !== undefined && (attempt.checking || attempt.pending.length > 0 || attempt.trouble?.kind === 'engine');
  const every = attempt === undefined || state.reading !== undefined ? undefined : busy ? spinningMs : restingMs;
  useEffect(() => {
    if (every === undefined) return;
    const timer = setInterval(() => dispatch({ kind: 'tick', now: Date.now() }), every);
    return () => clearInterval(timer);
  }, [every, dispatch]);
}
