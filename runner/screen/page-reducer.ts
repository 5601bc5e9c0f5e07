import { type Next, quiet } from './effects/next.ts';
import type { Intent } from './intent.ts';
import { scrolledTo } from './scrolled.ts';
import type { State } from './state.ts';
import { pageRows } from './views/layout.ts';
import { reduceDoctorKey } from './widgets/doctor/reducer.ts';
import { reduceReportKey } from './widgets/report/reducer.ts';

/** What a key does on a page that scrolls by `state.scroll`. */
export function reducePage(state: State, intent: Intent): Next {
  if (state.reading === 'doctor' && (intent === 'recheck' || intent === 'set-up'))
    return reduceDoctorKey(state, intent);
  return quiet(scrolledPage(state, intent));
}

function scrolledPage(state: State, intent: Intent): State {
  const page = Math.max(1, pageRows(state.size) - 1);
  if (intent === 'back') return closed(state);
  if (intent === 'up') return scrolledTo(state, state.scroll - 1);
  if (intent === 'down') return scrolledTo(state, state.scroll + 1);
  if (intent === 'page-up') return scrolledTo(state, state.scroll - page);
  if (intent === 'page-down') return scrolledTo(state, state.scroll + page);
  if (intent === 'first') return scrolledTo(state, 0);
  if (intent === 'last') return scrolledTo(state, Number.MAX_SAFE_INTEGER);
  return state.reading === 'report' ? reduceReportKey(state, intent) : state;
}

/** The page closed. */
export function closed(state: State): State {
  return { ...state, reading: undefined, scroll: 0 };
}
