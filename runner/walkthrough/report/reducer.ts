import type { Intent } from '../keymap.ts';
import type { State } from '../state.ts';

/** What a key does on the page with the last verdicts. */
export function reduceReportKey(state: State, _intent: Intent): State {
  return state;
}
