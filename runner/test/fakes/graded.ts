import type { Challenge } from '../../challenge/definition.ts';
import type { Verdict } from '../../checks/verdict.ts';
import { notSubmitted } from '../../gradebook/not-submitted.ts';
import type { Outcome, SubmissionResult } from '../../gradebook/result.ts';
import { fiveChallenges } from './five-challenges.ts';
import { verbatim } from './verbatim.ts';

/** The verdicts of a part that is not whole: objective's id → verdict; what is not named has passed. */
type Verdicts = Readonly<Record<string, Verdict>>;

/** A submission in which all objectives of the real challenges have passed, but for what is said: challenge's id → verdicts. */
export function graded(
  id: string,
  said: Readonly<Record<string, Verdicts>> = {},
  { challenges = fiveChallenges, outcome = 'graded' }: { challenges?: readonly Challenge[]; outcome?: Outcome } = {},
): SubmissionResult {
  const blank = notSubmitted(id, { challenges, at: '2026-11-21T08:00:00.000Z' });
  return {
    ...blank,
    works: blank.works.map(({ reason: _, ...part }) => ({
      ...part,
      outcome,
      ...(outcome === 'graded' ? {} : { reason: verbatim(outcome) }),
      objectives: part.objectives.map(objective => ({
        ...objective,
        verdict: said[part.challenge]?.[objective.id] ?? 'pass',
        finding: verbatim(`seen: ${objective.id}`),
      })),
    })),
  };
}
