import { printable } from '../../base/text/width.ts';
import type { Challenge } from '../../challenge/definition.ts';
import type { State } from '../state.ts';
import { linearMessages } from '../texts/linear.ts';
import { closingLines } from '../widgets/tour/closing-view.ts';
import { groundLines } from '../widgets/tour/ground-view.ts';
import { noticeText } from '../widgets/tour/notice-text.ts';
import { shownLines } from '../widgets/tour/output.ts';
import type { Tour, TourStep } from '../widgets/tour/state.ts';
import { afterStepLines } from '../widgets/tour/step-view.ts';
import { tourMessages } from '../widgets/tour/texts.ts';
import { tourTitle } from '../widgets/tour/view.ts';
import { spoken, unbounded } from './spoken.ts';
import type { Statement } from './statement.ts';
import { byText, say, sentence } from './statement.ts';

/** So much of what a command says is told. */
const maxLines = 40;

/** The guided tour: the step, its command, what docker says as it says it, and how it ended. */
export function tourStatements(state: State): Statement[] {
  const t = linearMessages[state.language];
  const challenge = state.attempt?.challenge;
  const tour = challenge === undefined ? undefined : state.tour.tours[challenge.id];
  const { title } = tourTitle(state);
  const head = say('title', sentence(title.trim()), { when: 'again' });
  if (challenge === undefined || tour === undefined) return [head];
  const notice = tour.notice === undefined ? '' : noticeText(state.language, tour.notice);
  if (state.tour.editing !== undefined)
    return [head, say('editing', t.editing(state.tour.editing.text), { version: 'editing' }), say('notice', notice)];
  if (tour.ground.kind !== 'clear') return [head, ...byText(spoken(groundLines(state, tour.ground, unbounded), t))];
  const step = tour.steps[tour.at];
  return step === undefined ? [head] : [head, ...stepStatements(state, challenge, tour, step)];
}

function stepStatements(state: State, challenge: Challenge, tour: Tour, step: TourStep): Statement[] {
  const t = tourMessages[state.language];
  const own = linearMessages[state.language];
  const at = `${tour.at}`;
  const what = challenge.steps[tour.at]?.what[state.language].replaceAll('`', '') ?? '';
  const after = spoken(
    [...afterStepLines(state, challenge, tour, unbounded, 'full'), ...closingLines(state, challenge, tour, unbounded)],
    own,
  );
  return [
    say('step', `${t.step(tour.at + 1, tour.steps.length)}: ${what}`, { version: at, when: 'again' }),
    say('command', `${own.sign.command}: ${printable(step.command)}`, { version: `${at} ${step.command}` }),
    say('outcome', sentence(t.outcome[step.outcome]), { version: `${at} ${step.outcome} ${step.run}` }),
    ...outputStatements(step),
    ...byText(after, `${at} ${step.run}`),
  ];
}

function outputStatements({ output, run }: TourStep): Statement[] {
  const lines = shownLines(output);
  const first = Math.max(0, lines.length - maxLines);
  // A line that is still being written is told once it is whole, or nothing more comes.
  return lines
    .slice(first)
    .map((text, index) => say(`output:${run}:${output.dropped + first + index}`, text, { when: 'once' }));
}
