import type { Attempt, State } from '../../state.ts';

/** The state with the open challenge changed; as it was where none is open. */
export function withAttempt(state: State, change: Partial<Attempt>): State {
  return state.attempt === undefined ? state : { ...state, attempt: { ...state.attempt, ...change } };
}
