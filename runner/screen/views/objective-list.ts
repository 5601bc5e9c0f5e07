import type { Line, Span } from '../../base/text/line.ts';
import { lineWidth, pad, rule, span, spread } from '../../base/text/line.ts';
import type { Objective } from '../../challenge/definition.ts';
import type { Standing } from '../objectives.ts';
import { focused, isBusy, marks, standingOf, toneOf } from '../objectives.ts';
import type { Attempt, State } from '../state.ts';
import { walkthroughMessages } from '../texts/screen.ts';
import { isReady } from '../widgets/doctor/engine-state.ts';
import { doctorPageMessages } from '../widgets/doctor/texts.ts';
import { spinner } from './spinner.ts';
import { around, leftOut } from './window.ts';

/** One line for each objective: sign, title, word and points. */
export function objectiveLines(state: State, attempt: Attempt, width: number, height: number): Line[] {
  const { objectives } = attempt.challenge;
  const current = focused(attempt)?.id;
  const column = Math.max(...objectives.map(objective => lineWidth(wordOf(state, attempt, objective))));
  const lines = objectives.map(objective => {
    const standing = standingOf(attempt, objective.id);
    const isCurrent = objective.id === current;
    return spread(
      [
        span(isCurrent ? '❯ ' : '  ', 'accent', true),
        span(signOf(state, attempt, standing), toneOf[standing], true),
        span(' '),
        span(objective.title[state.language], standing === 'blocked' ? 'quiet' : undefined, isCurrent),
      ],
      [span(' '), ...pad(wordOf(state, attempt, objective), column), pointsOf(objective, standing)],
      width,
    );
  });
  return around(lines, placeOfFocused(attempt), height);
}

function placeOfFocused(attempt: Attempt): number {
  const current = focused(attempt)?.id;
  return Math.max(
    0,
    attempt.challenge.objectives.findIndex(objective => objective.id === current),
  );
}

/** The heading over a list of `height` rows: what of it is out of sight, and at the end what the last column is. */
export function objectiveHeading(state: State, attempt: Attempt, width: number, height: number): Line {
  const t = walkthroughMessages[state.language];
  const isActive = state.panel === 'objectives' && !state.shell.focused;
  const { above, below } = leftOut(attempt.challenge.objectives.length, placeOfFocused(attempt), height);
  const more = above + below > 0 ? `${t.more(above, below)} · ` : '';
  return rule(isActive ? `▶ ${t.objectives}` : t.objectives, width, `${more}${t.pointsColumn}`);
}

/** What is being looked at for the first time turns. */
function signOf(state: State, attempt: Attempt, standing: Standing): string {
  const isLooking = attempt.trouble === undefined && isReady(state.engine);
  return standing === 'waiting' && isLooking ? spinner(state.frame) : marks[standing];
}

function wordOf(state: State, attempt: Attempt, objective: Objective): Line {
  const t = walkthroughMessages[state.language];
  const standing = standingOf(attempt, objective.id);
  // Without an engine nothing is being checked.
  if (standing === 'waiting' && !isReady(state.engine))
    return [span(doctorPageMessages[state.language].waits, 'quiet')];
  const busy = isBusy(attempt, state.now) && attempt.pending.includes(objective.id);
  return busy ? [span(t.state.waiting, 'accent')] : [span(t.state[standing], toneOf[standing])];
}

function pointsOf(objective: Objective, standing: Standing): Span {
  const points = `${objective.bonus ? '+' : ''}${objective.points}`;
  return span(points.padStart(4), standing === 'met' ? 'good' : 'quiet');
}
