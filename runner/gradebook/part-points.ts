import type { PartOverride } from './book-files/rubric.ts';
import type { PartGrade } from './gradebook.ts';
import { fromHundredths, shareOf, sum, toHundredths } from './points.ts';
import type { PartResult } from './result.ts';
import type { Weighed, WeighedObjective } from './weigh.ts';

/** What one challenge is worth to a student. */
export interface PartPoints {
  readonly grade: PartGrade;
  /** In hundredths, bonus included. */
  readonly total: number;
  /** Something in it could not be told, and the instructor has not said what it is worth. */
  readonly open: boolean;
  /** What the instructor gave beyond what can be given, in points: it does not count. */
  readonly beyond: readonly { readonly objective: string | undefined; readonly given: number; readonly most: number }[];
}

/**
 * Adds up a part. It is rounded once, for the whole challenge, so that equal objectives stay equal and the challenges of a
 * student add up exactly. Without a result, as where the challenge was not judged yet, nothing can be told. Pure.
 */
export function partPoints(weighed: Weighed, part: PartResult | undefined, override?: PartOverride): PartPoints {
  const judged = weighed.objectives.map(objective => judge(objective, part, override));
  const ofKind = (bonus: boolean) => {
    const those = judged.filter(one => one.objective.bonus === bonus);
    const passed = sum(those.map(one => (one.set === undefined && one.passed ? one.objective.weight : 0)));
    return shareOf(weighed.possible, passed, weighed.scale) + sum(those.map(one => one.set ?? 0));
  };
  const set = override?.points === undefined ? undefined : toHundredths(override.points);
  const earned = Math.min(weighed.possible, set ?? ofKind(false));
  const bonus = Math.min(weighed.bonusCap, set === undefined ? ofKind(true) : set - earned);
  const most = weighed.possible + weighed.bonusCap;
  return {
    grade: {
      challenge: weighed.graded.id,
      earned: fromHundredths(earned),
      bonus: fromHundredths(bonus),
      possible: weighed.graded.possible,
      objectives: judged.map(one => ({
        id: one.objective.id,
        earned: fromHundredths(one.set ?? (one.passed ? one.objective.points : 0)),
        points: fromHundredths(one.objective.points),
      })),
    },
    total: earned + bonus,
    open: set === undefined && judged.some(one => one.open),
    beyond: [
      ...(set !== undefined && set > most
        ? [{ objective: undefined, given: fromHundredths(set), most: fromHundredths(most) }]
        : []),
      ...judged.flatMap(({ objective, given }) =>
        given !== undefined && given > objective.points
          ? [{ objective: objective.id, given: fromHundredths(given), most: fromHundredths(objective.points) }]
          : [],
      ),
    ],
  };
}

interface Judged {
  readonly objective: WeighedObjective;
  readonly passed: boolean;
  readonly open: boolean;
  /** What the instructor gave, and what counts of it; in hundredths. */
  readonly given: number | undefined;
  readonly set: number | undefined;
}

function judge(objective: WeighedObjective, part: PartResult | undefined, override: PartOverride | undefined): Judged {
  const verdict = part?.objectives.find(({ id }) => id === objective.id)?.verdict ?? 'unknown';
  const points = override?.objectives.get(objective.id);
  const given = points === undefined ? undefined : toHundredths(points);
  return {
    objective,
    passed: verdict === 'pass',
    open: given === undefined && (verdict === 'unknown' || part?.outcome === 'unknown'),
    given,
    set: given === undefined ? undefined : Math.min(given, objective.points),
  };
}
