import type { Message } from '../base/message.ts';
import type { Judged } from '../gradebook/part-result.ts';
import { say } from '../language/say.ts';
import { allRequiredPassed, scoreOf } from '../verdict/report.ts';
import type { Fallback } from './submission.ts';

/** A plan of a part, and what came of it. */
export interface PlanResult {
  readonly plan: Fallback['plan'];
  /** On how the plan was read. */
  readonly remarks: readonly Message[];
  readonly judged: Judged;
}

/** True if nothing is left that another plan could do better. Pure. */
export function isWhole({ judged: { outcome, objectives } }: Pick<PlanResult, 'judged'>): boolean {
  return outcome !== 'unknown' && allRequiredPassed({ objectives });
}

/**
 * Of the results of a part's plans, in their order, the one that counts: the one with the most points, and of several the first. What
 * could not be told of the first plan counts as if it had passed: nobody's grade is settled by a lesser one. Throws RangeError when
 * there is none. Pure.
 */
export function bestOf(results: readonly PlanResult[]): PlanResult {
  const whole = results.find(isWhole);
  if (whole !== undefined) return whole;
  const [first, ...others] = results;
  if (first === undefined) throw new RangeError('there is no result of any plan');
  let best = first;
  let most = pointsOf(first) + openPoints(first);
  for (const other of others) {
    const points = pointsOf(other);
    if (points <= most) continue;
    best = other;
    most = points;
  }
  return best;
}

/** What there is to say of which plan counts, where more than one was tried. Pure. */
export function aboutPlans(results: readonly PlanResult[], best: PlanResult): readonly Message[] {
  const others = results.filter(it => it !== best).map(it => `${it.plan.file} (${pointsOf(it)})`);
  if (others.length === 0) return [];
  const said = { file: best.plan.file, points: pointsOf(best), others: others.join(', ') };
  return [best === results[0] ? say('submission.first-plan', said) : say('submission.other-plan', said)];
}

function pointsOf({ judged }: PlanResult): number {
  const { earned, bonus } = scoreOf(judged.objectives);
  return earned + bonus;
}

function openPoints({ judged }: PlanResult): number {
  return judged.objectives.reduce((sum, { verdict, points }) => sum + (verdict === 'unknown' ? points : 0), 0);
}
