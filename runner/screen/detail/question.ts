import type { Line } from '../../base/text/line.ts';
import { inline } from '../../base/text/line.ts';
import type { Attempt, State } from '../state.ts';
import { wrap } from '../text/wrap.ts';
import { disruptionAnswer, disruptionLines, disruptionTitle } from '../widgets/disruption/rows.ts';
import { tourMessages } from '../widgets/tour/texts.ts';

/** A question before something is done, and which key means yes. */
export interface Question {
  readonly title: string;
  readonly lines: readonly Line[];
  /** Stays in sight however long the rest is. */
  readonly answer: readonly Line[];
}

/** What the screen asks, in the place of the details; `undefined` if it asks nothing. */
export function openQuestion(state: State, attempt: Attempt, width: number): Question | undefined {
  if (attempt.disruption === 'asked') {
    return {
      title: disruptionTitle(state, attempt),
      lines: disruptionLines(state, attempt, width),
      answer: wrap(inline(disruptionAnswer(state, attempt), 'warn'), width),
    };
  }
  if (state.tour.asked === undefined) return undefined;
  const t = tourMessages[state.language].ask;
  return { title: t.title, lines: wrap(inline(t.text), width), answer: wrap(inline(t.answer, 'warn'), width) };
}
