import type { Line } from '../../base/text/line.ts';
import { inline, span } from '../../base/text/line.ts';
import { textWidth } from '../../base/text/width.ts';
import type { Objective } from '../../challenge/definition.ts';
import { hintLevel, maxHints } from '../hints.ts';
import { standingOf, verdictOn } from '../objectives.ts';
import type { Attempt, State } from '../state.ts';
import { hang, wrap } from '../text/wrap.ts';
import { walkthroughMessages } from '../texts/screen.ts';
import { disruptionsOf } from '../widgets/disruption/plan.ts';
import { tourMessages } from '../widgets/tour/texts.ts';

/** What the hint of a level says, and no other: the idea, the Docker feature, or that the command stands below. */
export function hintLines(state: State, attempt: Attempt, objective: Objective, width: number): Line[] {
  const t = tourMessages[state.language].hints;
  if (standingOf(attempt, objective.id) === 'met') return wrap(inline(t.none), width);
  const level = hintLevel(attempt, objective.id);
  const command = verdictOn(attempt, objective.id)?.next ?? '';
  const texts = [
    objective.idea[state.language],
    objective.feature[state.language],
    command === '' ? t.noCommand : t.command,
  ];
  const label = walkthroughMessages[state.language].hint(level);
  const column = textWidth(label) + 2;
  return hang([span(label, 'accent')], column, wrap(inline(texts[level - 1] ?? ''), width - column));
}

/** How to get on: by letting the lab disturb a container, where it only waits for that, or by more of a hint. */
export function hintOffer(state: State, attempt: Attempt, objective: Objective, width: number): Line[] {
  const { tryIt } = tourMessages[state.language].hints;
  const isWaiting = standingOf(attempt, objective.id) === 'unknown' && canDisturb(attempt, objective);
  if (isWaiting) return wrap(inline(tryIt, 'quiet'), width);
  const level = hintLevel(attempt, objective.id);
  if (level >= maxHints) return [];
  return wrap(inline(tourMessages[state.language].hints.offer[level] ?? '', 'quiet'), width);
}

function canDisturb(attempt: Attempt, objective: Objective): boolean {
  return disruptionsOf(attempt).some(one => one.objective.id === objective.id && one.obstacle === undefined);
}
