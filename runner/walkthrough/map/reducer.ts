import type { Intent } from '../keymap.ts';
import type { Attempt, State } from '../state.ts';

/** What a key does while the map has the keys. */
export function reduceMap(state: State, _attempt: Attempt, _intent: Intent): State {
  return state;
}
