import type { Line } from '../../base/text/line.ts';
import { blank, cut, harmless, span } from '../../base/text/line.ts';
import type { State } from '../state.ts';
import { wrap } from '../text/wrap.ts';
import { walkthroughMessages } from '../texts/screen.ts';
import { leavingLine } from '../widgets/shell/view.ts';
import { challengeView } from './challenge.ts';
import { homeView } from './home.ts';
import { contentWidth, isTooSmall } from './layout.ts';
import { pageView } from './page.ts';
import { exactly } from './window.ts';

/** The whole screen, within the margins: never more rows than the terminal has, and nothing in them that commands it. */
export function screenView(state: State): Line[] {
  return rowsOf(state).map(harmless);
}

function rowsOf(state: State): Line[] {
  if (isTooSmall(state.size)) {
    const { columns, rows } = state.size;
    const text = walkthroughMessages[state.language].tooSmall(columns, rows);
    return exactly([blank, ...wrap([span(text)], Math.max(1, columns - 2))], rows);
  }
  const question = leavingLine(state);
  if (question === undefined) return placeView(state);
  return [...exactly(placeView(state), state.size.rows - 1), cut(question, contentWidth(state.size))];
}

function placeView(state: State): Line[] {
  if (state.reading !== undefined) return pageView(state);
  return state.attempt === undefined ? homeView(state) : challengeView(state, state.attempt);
}
