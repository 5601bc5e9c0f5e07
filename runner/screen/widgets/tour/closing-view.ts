import type { Line } from '../../../base/text/line.ts';
import { inline } from '../../../base/text/line.ts';
import type { Challenge, Objective } from '../../../challenge/definition.ts';
import { isDisruptive } from '../../../checks/disruptive-checks.ts';
import { marks } from '../../objectives.ts';
import type { State } from '../../state.ts';
import { wrap } from '../../text/wrap.ts';
import type { Tour } from './state.ts';
import { firstUndone, metNow } from './steps.ts';
import { tourMessages } from './texts.ts';

/** What is said once every step has been done; nothing before. */
export function closingLines(state: State, challenge: Challenge, tour: Tour, width: number): Line[] {
  if (firstUndone(tour) !== -1 || tour.notice !== undefined || state.tour.editing !== undefined) return [];
  const t = tourMessages[state.language];
  const met = metNow(state, challenge.id);
  const left = challenge.objectives.filter(({ id }) => !met.includes(id));
  const required = left.filter(({ bonus }) => !bonus);
  const titleOf = ({ title }: Objective) => title[state.language];
  const bonus = left.find(one => one.bonus);
  const disturbs = ({ check }: Objective) => isDisruptive(check);
  const standing =
    required.length === 0
      ? [
          ...wrap(inline(`${marks.met} ${t.allGreen}`, 'good'), width),
          ...(bonus === undefined ? [] : wrap(inline(t.bonusLeft(titleOf(bonus), disturbs(bonus))), width)),
        ]
      : wrap(inline(`${t.finished} ${t.stillChecking(required.map(titleOf).join('; '))}`, 'accent'), width);
  return [...standing, ...wrap(inline(t.finishedNext), width)];
}
