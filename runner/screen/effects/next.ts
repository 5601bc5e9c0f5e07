import type { State } from '../state.ts';
import type { Effect } from './effect.ts';

/** What comes of an event: the next state, and what the screen asks the world for, in this order. */
export interface Next {
  readonly state: State;
  readonly effects: readonly Effect[];
}

/** The next state, and nothing asked for. */
export function quiet(state: State): Next {
  return { state, effects: [] };
}

/** The next state, and what is asked for. */
export function asking(state: State, ...effects: readonly Effect[]): Next {
  return { state, effects };
}
