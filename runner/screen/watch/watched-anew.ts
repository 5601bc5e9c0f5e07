import type { State } from '../state.ts';

/** The state with a new watch of the open challenge: what the last one found stays on the screen until the new one tells. */
export function watchedAnew(state: State): State {
  if (state.attempt === undefined) return state;
  const watch = state.watches + 1;
  const attempt = { ...state.attempt, watch, checking: true, checkingSince: 0, trouble: undefined };
  return { ...state, attempt, watches: watch };
}
