import type { Line } from '../../base/text/line.ts';
import { blank, inline } from '../../base/text/line.ts';
import { standingOf } from '../objectives.ts';
import type { Attempt, State } from '../state.ts';
import { wrap } from '../text/wrap.ts';
import { walkthroughMessages } from '../texts/screen.ts';

/** What is said once all that is required is met. */
export function celebration(state: State, attempt: Attempt, width: number): Line[] {
  const t = walkthroughMessages[state.language];
  const left = attempt.challenge.objectives.find(one => one.bonus && standingOf(attempt, one.id) !== 'met');
  const earned = attempt.report?.score.bonus ?? 0;
  return [
    ...wrap(inline(t.allMetText, 'good'), width),
    ...(earned > 0 ? wrap(inline(t.bonusEarned(earned), 'good'), width) : []),
    blank,
    ...(left === undefined ? [] : wrap(inline(t.bonusLeft(left.title[state.language], left.points)), width)),
    ...wrap(inline(t.keepOrLeave), width),
  ];
}
