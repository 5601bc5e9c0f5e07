import { type Next, quiet } from '../../effects/next.ts';
import type { Intent } from '../../intent.ts';
import type { State } from '../../state.ts';
import { lastScroll, shownReport } from './place.ts';

/** What a key does on the page with the last verdicts, beside scrolling: the objectives are gone through one by one. */
export function reduceReportKey(state: State, intent: Intent): Next {
  return quiet(atObjective(state, intent));
}

function atObjective(state: State, intent: Intent): State {
  const page = shownReport(state);
  const to = (start: number | undefined) =>
    start === undefined ? state : { ...state, scroll: Math.min(start, lastScroll(state, page)) };
  if (intent === 'right' || intent === 'panel-next') return to(page.starts.find(start => start > state.scroll));
  if (intent === 'left' || intent === 'panel-previous')
    return to(page.starts.findLast(start => start < state.scroll) ?? 0);
  return state;
}
