import type { Intent, Press } from '../keymap.ts';
import type { State } from '../state.ts';
import type { LogsEvent, LogsState } from './state.ts';

/** What the page shows after an event of the followed log. */
export function reduceLogs(logs: LogsState, _event: LogsEvent): LogsState {
  return logs;
}

/** Opens the page with the container that is meant where the learner is. */
export function openLogs(state: State): State {
  return { ...state, reading: 'logs', scroll: 0 };
}

/** What a key does on the page. */
export function reduceLogsKey(state: State, _intent: Intent): State {
  return state;
}

/** What a key does in the search field. */
export function typeInSearch(state: State, _press: Press): State {
  return state;
}
