import type { Line } from '../../../base/text/line.ts';
import { blank, pad, rule, span } from '../../../base/text/line.ts';
import type { Challenge } from '../../../challenge/definition.ts';
import { marks, standingOf, toneOf } from '../../objectives.ts';
import type { State } from '../../state.ts';
import { hang, wrap } from '../../text/wrap.ts';
import { walkthroughMessages } from '../../texts/screen.ts';
import { exactly } from '../../views/window.ts';
import type { Tour } from './state.ts';
import { turnedBy } from './steps.ts';

/** The objectives and how they stand, beside the steps, where there is room; what each step turned green has its number. */
export function tourObjectives(state: State, challenge: Challenge, tour: Tour, width: number, height: number): Line[] {
  const t = walkthroughMessages[state.language];
  const { attempt } = state;
  if (attempt === undefined) return [];
  const turned = tour.steps.map(step => turnedBy(state, challenge.id, step));
  const lines = challenge.objectives.flatMap(({ id, title }) => {
    const standing = standingOf(attempt, id);
    const step = turned.findIndex(ids => ids.includes(id)) + 1;
    const by = pad(step > 0 ? [span(`← ${step}`, 'good')] : [], 5);
    const sign = span(`${marks[standing]} `, toneOf[standing], true);
    const text = hang([sign], 2, wrap([span(title[state.language])], width - 8));
    return text.map((line, row) => (row === 0 ? [...pad(line, width - 5), ...by] : line));
  });
  return exactly([rule(t.objectives, width), blank, ...lines], height);
}
