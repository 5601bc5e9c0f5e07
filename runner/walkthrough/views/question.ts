import { tourMessages } from '../../language/walkthrough-tour.ts';
import { disruptionLines, disruptionTitle } from '../disruption/view.ts';
import type { Attempt, State } from '../state.ts';
import type { Line } from '../text/line.ts';
import { inline } from '../text/line.ts';
import { wrap } from '../text/wrap.ts';

/** What the screen asks before it does something, in the place of the details; undefined where it asks nothing. */
export function questionView(
  state: State,
  attempt: Attempt,
  width: number,
): { readonly title: string; readonly lines: readonly Line[] } | undefined {
  if (attempt.disruption === 'asked') {
    return { title: disruptionTitle(state, attempt), lines: disruptionLines(state, attempt, width) };
  }
  if (state.tour.asked === undefined) return undefined;
  const t = tourMessages[state.language].ask;
  const lines = [...wrap(inline(t.text), width), ...wrap(inline(t.answer, 'warn'), width)];
  return { title: t.title, lines };
}
