import { type Next, quiet } from '../../effects/next.ts';
import type { Intent, Press } from '../../intent.ts';
import type { State } from '../../state.ts';
import { editField, emptyField, fieldEditOf } from '../../text/field.ts';
import { containersOf, meantContainer } from './containers.ts';
import { reduceLogs } from './news.ts';
import { pageOf } from './page.ts';
import { bottom, isBefore, scrolled } from './rows.ts';
import { matchingLines, neighbour } from './search.ts';
import type { LogsState, LogTarget } from './state.ts';
import { initialLogs } from './state.ts';

export { reduceLogs };

/** Opens the page with the container that is meant where the learner is. */
export function openLogs(state: State): State {
  return { ...state, reading: 'logs', scroll: 0, logs: begun(state.logs, meantContainer(state)) };
}

/** Where the page was opened before there was any container, the first one that comes is shown. */
export function showingFirst(state: State): State {
  const { attempt, reading, logs } = state;
  if (reading !== 'logs' || attempt === undefined || logs.target !== undefined) return state;
  const [first] = containersOf(attempt);
  return first === undefined ? state : { ...state, logs: begun(logs, first) };
}

/** Shows another container's log. What is searched for is searched for there, too. */
function begun(logs: LogsState, target: LogTarget | undefined): LogsState {
  const { field } = logs.search;
  return {
    ...initialLogs,
    target,
    session: logs.session + 1,
    times: logs.times,
    search: { ...initialLogs.search, field: target?.name === logs.target?.name ? field : emptyField },
  };
}

/** What a key does on the page. */
export function reduceLogsKey(state: State, intent: Intent): Next {
  return quiet(afterKey(state, intent));
}

function afterKey(state: State, intent: Intent): State {
  const { logs } = state;
  switch (intent) {
    case 'up':
      return scrolledBy(state, -1);
    case 'down':
      return scrolledBy(state, 1);
    case 'page-up':
      return scrolledBy(state, 1 - pageOf(state).height);
    case 'page-down':
      return scrolledBy(state, pageOf(state).height - 1);
    case 'first':
      return withLogs(state, { top: { line: logs.forgotten, row: 0 } });
    case 'last':
      if (logs.held > 0) return withLogs(state, { ...begun(logs, logs.target), status: logs.status });
      return withLogs(state, { top: undefined });
    case 'left':
    case 'panel-previous':
      return otherContainer(state, -1);
    case 'right':
    case 'panel-next':
      return otherContainer(state, 1);
    case 'times':
      return withLogs(state, { times: !logs.times });
    case 'search':
      return withSearch(state, { typing: true, current: undefined, from: logs.top });
    case 'match-next':
      return toMatch(state, neighbour(matchingLines(logs), currentLine(state), true));
    case 'match-previous':
      return toMatch(state, neighbour(matchingLines(logs), currentLine(state), false));
    case 'accept':
      return withSearch(state, { typing: false });
    case 'back': {
      const cleared = withSearch(state, { typing: false, field: emptyField, current: undefined });
      return withLogs(cleared, { top: logs.search.from });
    }
    default:
      return state;
  }
}

/** What a key does in the search field: the page goes to the last match while it is being typed. */
export function typeInSearch(state: State, press: Press): State {
  const edit = fieldEditOf(press);
  if (edit === undefined) return state;
  const field = editField(state.logs.search.field, edit);
  if (field.text === state.logs.search.field.text) return withSearch(state, { field });
  const typed = withLogs(withSearch(state, { field, current: undefined }), { top: state.logs.search.from });
  return toMatch(typed, matchingLines(typed.logs).at(-1));
}

function scrolledBy(state: State, rows: number): State {
  const page = pageOf(state);
  return withLogs(state, { top: scrolled(page, state.logs.top ?? bottom(page), rows) });
}

function otherContainer(state: State, by: number): State {
  const all = state.attempt === undefined ? [] : containersOf(state.attempt);
  const at = all.findIndex(({ name }) => name === state.logs.target?.name);
  const target = at === -1 ? all[0] : all.at((at + by) % all.length);
  if (target === undefined || target.name === state.logs.target?.name) return state;
  return { ...state, logs: begun(state.logs, target) };
}

/** The line of the match that the learner is at; a search that has just been taken up begins at what is seen. */
function currentLine({ logs }: State): number | undefined {
  return logs.search.current ?? (logs.top === undefined ? undefined : logs.top.line - 1);
}

/** Shows a line, a few rows of what was before it above, and stops following. */
function toMatch(state: State, line: number | undefined): State {
  if (line === undefined) return state;
  const marked = withSearch(state, { current: line });
  const page = pageOf(marked);
  const top = scrolled(page, { line, row: 0 }, -Math.floor(page.height / 3));
  const seen = state.logs.top ?? bottom(page);
  const isSeen = !isBefore({ line, row: 0 }, seen) && isBefore({ line, row: 0 }, scrolledPast(page, seen));
  return withLogs(marked, { top: isSeen ? seen : top });
}

function scrolledPast(page: ReturnType<typeof pageOf>, from: { line: number; row: number }) {
  return scrolled({ ...page, height: 0 }, from, page.height);
}

function withLogs(state: State, change: Partial<LogsState>): State {
  return { ...state, logs: { ...state.logs, ...change } };
}

function withSearch(state: State, change: Partial<LogsState['search']>): State {
  return withLogs(state, { search: { ...state.logs.search, ...change } });
}
