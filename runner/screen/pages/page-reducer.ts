import { type Next, quiet } from '../effects/next.ts';
import type { Intent } from '../intent.ts';
import { scrolledTo } from '../scrolled.ts';
import type { State } from '../state.ts';
import { pageRows } from '../views/layout.ts';
import { reduceDoctorKey } from '../widgets/doctor/reducer.ts';
import { reduceReportKey } from '../widgets/report/reducer.ts';

/** What a key does on a page that scrolls by `state.scroll`. */
export function reducePage(state: State, intent: Intent): Next {
  const line = lineAfter(state, intent);
  if (line !== undefined) return quiet(scrolledTo(state, line));
  if (intent === 'back') return quiet(closed(state));
  if (state.reading === 'doctor') return reduceDoctorKey(state, intent);
  return state.reading === 'report' ? reduceReportKey(state, intent) : quiet(state);
}

/** The line that the page would begin with; `undefined` if the key does not scroll. */
function lineAfter({ scroll, size }: State, intent: Intent): number | undefined {
  const page = Math.max(1, pageRows(size) - 1);
  switch (intent) {
    case 'up':
      return scroll - 1;
    case 'down':
      return scroll + 1;
    case 'page-up':
      return scroll - page;
    case 'page-down':
      return scroll + page;
    case 'first':
      return 0;
    case 'last':
      return Number.MAX_SAFE_INTEGER;
    default:
      return undefined;
  }
}

/** The page closed. */
export function closed(state: State): State {
  return { ...state, reading: undefined, scroll: 0 };
}
