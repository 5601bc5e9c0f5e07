import type { Intent } from '../keymap.ts';
import type { Attempt, State } from '../state.ts';

/** What a key does while the command log has the keys. */
export function reduceCommands(state: State, _attempt: Attempt, _intent: Intent): State {
  return state;
}
