import type { Language } from '../base/language.ts';
import type { Challenge } from '../challenge/definition.ts';
import type { Rubric } from './book-files/rubric.ts';
import type { GradedChallenge } from './gradebook.ts';
import { fromHundredths, shareOf, sum, toHundredths } from './points.ts';

/** A challenge with its weights, in hundredths. */
export interface Weighed {
  readonly graded: GradedChallenge;
  readonly possible: number;
  readonly bonusCap: number;
  /** What all required objectives are worth before they are scaled to `possible`. */
  readonly scale: number;
  readonly objectives: readonly WeighedObjective[];
}

export interface WeighedObjective {
  readonly id: string;
  readonly bonus: boolean;
  /** Before it is scaled. */
  readonly weight: number;
  /** Scaled and rounded: what people are shown, and the most that it can be overridden with. */
  readonly points: number;
}

/** The challenges that count, weighed as the rubric says; where it says nothing, as they themselves do. Pure. */
export function weigh(challenges: readonly Challenge[], rubric: Rubric | undefined, language: Language): Weighed[] {
  const counting = challenges.filter(({ id }) => rubric?.counts?.includes(id) ?? true);
  return counting.map(challenge => weighOne(challenge, rubric, language));
}

function weighOne(challenge: Challenge, rubric: Rubric | undefined, language: Language): Weighed {
  const own = rubric?.challenges.get(challenge.id);
  const weights = challenge.objectives.map(objective => ({
    id: objective.id,
    bonus: objective.bonus,
    title: objective.title[language],
    weight: toHundredths(own?.objectives.get(objective.id) ?? objective.points),
  }));
  const weightOf = (bonus: boolean) => sum(weights.filter(one => one.bonus === bonus).map(({ weight }) => weight));
  const scale = weightOf(false);
  const possible = scale === 0 || own?.points === undefined ? scale : toHundredths(own.points);
  const bonusCap = own?.bonusCap === undefined ? shareOf(possible, weightOf(true), scale) : toHundredths(own.bonusCap);
  const objectives = weights.map(one => ({ ...one, points: shareOf(possible, one.weight, scale) }));
  return {
    possible,
    bonusCap,
    scale,
    objectives,
    graded: {
      id: challenge.id,
      number: challenge.number,
      title: challenge.title[language],
      possible: fromHundredths(possible),
      bonusCap: fromHundredths(bonusCap),
      objectives: objectives.map(({ id, title, bonus, points }) => ({
        id,
        title,
        points: fromHundredths(points),
        bonus,
      })),
    },
  };
}
