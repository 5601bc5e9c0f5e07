import { detailBody, detailHeight } from './detail/rows.ts';
import { pageLines } from './pages/rows.ts';
import type { State } from './state.ts';
import { pageRows } from './views/layout.ts';

/** The state with the page, or the details, scrolled to a line, as far as there are lines. */
export function scrolledTo(state: State, scroll: number): State {
  const onPage = state.reading !== undefined;
  const limit = onPage
    ? pageLines(state).length - pageRows(state.size)
    : state.attempt === undefined
      ? 0
      : detailBody(state, state.attempt).length - detailHeight(state);
  return { ...state, scroll: Math.max(0, Math.min(scroll, limit)) };
}
