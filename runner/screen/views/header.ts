import type { Line } from '../../base/text/line.ts';
import { cut, span, spread } from '../../base/text/line.ts';
import { isComplete } from '../objectives.ts';
import type { Attempt, State } from '../state.ts';
import { bar } from './bar.ts';
import { contentWidth } from './layout.ts';

const barWidth = 14;

/** Number, title and score; below, what the challenge is about. */
export function headerLines(state: State, attempt: Attempt): Line[] {
  const { challenge, report } = attempt;
  const width = contentWidth(state.size);
  const title: Line = [
    span(` ${challenge.number} `, 'accent', true),
    span(` ${challenge.title[state.language]}`, undefined, true),
  ];
  const possible = challenge.objectives.reduce((sum, one) => sum + (one.bonus ? 0 : one.points), 0);
  const score: Line = [
    ...bar(report?.score.earned ?? 0, possible, barWidth, isComplete(attempt)),
    span(` ${report === undefined ? '–' : report.score.earned}/${possible}`, undefined, true),
    ...(report !== undefined && report.score.bonus > 0 ? [span(` +${report.score.bonus}`, 'good', true)] : []),
  ];
  return [spread(title, score, width), cut([span(' '), span(challenge.summary[state.language], 'quiet')], width)];
}
