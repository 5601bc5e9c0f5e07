import type { Tone } from '../base/text/line.ts';
import type { Objective } from '../challenge/definition.ts';
import type { ObjectiveReport } from '../verdict/report.ts';
import type { Attempt } from './state.ts';

/** How an objective stands, as the screen says it. `waiting`: its first verdict is still being found out. */
export type Standing = 'met' | 'unmet' | 'waiting' | 'unknown' | 'blocked';

/** The sign of each standing; always beside its word, so that nobody has to see colours. */
export const marks: Readonly<Record<Standing, string>> = {
  met: '✔',
  unmet: '✖',
  waiting: '…',
  unknown: '?',
  blocked: '○',
};

/** The tone in which each standing is told. */
export const toneOf: Readonly<Record<Standing, Tone>> = {
  met: 'good',
  unmet: 'bad',
  waiting: 'accent',
  unknown: 'warn',
  blocked: 'quiet',
};

const standings = { pass: 'met', fail: 'unmet', unknown: 'unknown', blocked: 'blocked' } as const;

export function verdictOn(attempt: Attempt, id: string): ObjectiveReport | undefined {
  return attempt.report?.objectives.find(objective => objective.id === id);
}

export function standingOf(attempt: Attempt, id: string): Standing {
  const verdict = verdictOn(attempt, id)?.verdict;
  if (verdict === undefined || (verdict === 'unknown' && attempt.pending.includes(id))) return 'waiting';
  return standings[verdict];
}

/** Where every objective that is no bonus is met. */
export function isComplete(attempt: Attempt): boolean {
  return (
    attempt.report !== undefined &&
    attempt.challenge.objectives.every(objective => objective.bonus || standingOf(attempt, objective.id) === 'met')
  );
}

/**
 * The objective that the details are about: the one that the learner selected, or the first that is not met. Undefined
 * where nothing is selected and all that is required is met.
 */
export function focused(attempt: Attempt): Objective | undefined {
  const { objectives } = attempt.challenge;
  const chosen = objectives.find(objective => objective.id === attempt.chosen);
  if (chosen !== undefined) return chosen;
  const required = objectives.filter(objective => !objective.bonus);
  if (attempt.report === undefined) return required[0];
  return (
    required.find(objective => standingOf(attempt, objective.id) === 'unmet') ??
    required.find(objective => standingOf(attempt, objective.id) !== 'met')
  );
}

/** Where to look once all that is required is met: the first bonus that is not, or the first objective. */
export function firstLeft(attempt: Attempt): number {
  const left = attempt.challenge.objectives.findIndex(objective => standingOf(attempt, objective.id) !== 'met');
  return Math.max(0, left);
}

/** Checks that take less are not shown as such: the screen would only flicker. In milliseconds. */
const notWorthShowing = 600;

/** True while a check runs that a person would notice, or asked for. */
export function isBusy(attempt: Attempt, now: number): boolean {
  return attempt.trouble === undefined && attempt.checking && now - attempt.checkingSince > notWorthShowing;
}
