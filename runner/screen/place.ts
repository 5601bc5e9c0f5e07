import type { State } from './state.ts';

/** Which part of the screen listens. In the last two, keys are text. */
export type Place =
  | 'home'
  | 'challenge'
  | 'map'
  | 'commands'
  | 'shell'
  | 'brief'
  | 'help'
  | 'logs'
  | 'report'
  | 'tour'
  | 'doctor'
  | 'logs-search'
  | 'tour-edit';

/** The part of the screen that the next key is for. */
export function placeOf(state: State): Place {
  if (state.reading === 'logs' && state.logs.search.typing) return 'logs-search';
  if (state.reading === 'tour' && state.tour.editing !== undefined) return 'tour-edit';
  if (state.reading !== undefined) return state.reading;
  if (state.attempt === undefined) return 'home';
  if (state.shell.focused) return 'shell';
  return state.panel === 'objectives' ? 'challenge' : state.panel;
}
