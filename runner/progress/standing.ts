import type { Challenge } from '../challenge/definition.ts';
import { type ChallengeState, type Progress, progressOf, stateOf } from './progress.ts';

/** How the learner stands with a challenge as it is today: never with more points or objectives than it has. */
export interface Standing {
  readonly state: ChallengeState;
  /** Points, of those that are no bonus. */
  readonly earned: number;
  readonly possible: number;
  readonly bonus: number;
  readonly possibleBonus: number;
  /** How many objectives were ever met, and how many there are; bonus objectives are in neither. */
  readonly met: number;
  readonly required: number;
  /** How many objectives a hint was asked for. */
  readonly hints: number;
  readonly spentMs: number;
  readonly completedAt: string | undefined;
}

/** Counts what is remembered of a challenge against what it has today. */
export function standingOf(challenge: Challenge, progress: Progress): Standing {
  const known = progressOf(progress, challenge.id);
  const required = challenge.objectives.filter(({ bonus }) => !bonus);
  const points = (bonus: boolean) =>
    challenge.objectives.filter(one => one.bonus === bonus).reduce((sum, one) => sum + one.points, 0);
  return {
    state: stateOf(known),
    earned: Math.min(known.best.earned, points(false)),
    possible: points(false),
    bonus: Math.min(known.best.bonus, points(true)),
    possibleBonus: points(true),
    met: required.filter(({ id }) => Object.hasOwn(known.objectives, id)).length,
    required: required.length,
    hints: challenge.objectives.filter(({ id }) => Object.hasOwn(known.hints, id)).length,
    spentMs: known.spentMs,
    completedAt: known.completedAt,
  };
}

/** All challenges together. */
export interface Total {
  readonly done: number;
  readonly all: number;
  readonly earned: number;
  readonly possible: number;
  readonly bonus: number;
  readonly spentMs: number;
}

/** The sum over challenges. */
export function totalOf(standings: readonly Standing[]): Total {
  const sum = (of: (standing: Standing) => number) => standings.reduce((total, one) => total + of(one), 0);
  return {
    done: standings.filter(({ state }) => state === 'done').length,
    all: standings.length,
    earned: sum(one => one.earned),
    possible: sum(one => one.possible),
    bonus: sum(one => one.bonus),
    spentMs: sum(one => one.spentMs),
  };
}
