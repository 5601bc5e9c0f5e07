import type { Language } from '../base/language.ts';
import { allRequiredPassed, type ObjectiveReport, type Report } from '../verdict/report.ts';
import { type ChallengeProgress, type HintLevel, noProgress, nothingYet, type Progress } from './progress.ts';

/*
 * What was learned by something that happened, as a Progress of its own: `mergeProgress` adds it to what is remembered.
 * Moments are milliseconds since 1970.
 */

/** The challenge was opened. */
export function learnOpened(challenge: string, at: number): Progress {
  return learned(challenge, { firstOpenedAt: iso(at) });
}

/** What of a report there is to learn from. */
type Learnable = Pick<Report, 'challenge' | 'at' | 'score'> & {
  readonly objectives: readonly Pick<ObjectiveReport, 'id' | 'points' | 'bonus' | 'verdict'>[];
};

/** What a report says was met; a challenge that was checked has been opened. */
export function learnReport(report: Learnable): Progress {
  const { challenge, at, score, objectives } = report;
  const met = objectives.filter(({ verdict }) => verdict === 'pass').map(({ id }) => id);
  return learned(challenge, {
    firstOpenedAt: at,
    completedAt: allRequiredPassed(report) ? at : undefined,
    best: { earned: score.earned, bonus: score.bonus },
    objectives: Object.fromEntries(met.map(id => [id, at])),
    lastReport: { at, ...score, met },
  });
}

/** A hint of this level was asked for. */
export function learnHint(challenge: string, objective: string, level: HintLevel, at: number): Progress {
  return learned(challenge, { firstOpenedAt: iso(at), hints: { [objective]: level } });
}

/** The learner has seen the reference solution. */
export function learnSolution(challenge: string, at: number): Progress {
  return learned(challenge, { firstOpenedAt: iso(at), solutionSeenAt: iso(at) });
}

/** This much more time was spent, in milliseconds. */
export function learnTime(challenge: string, spentMs: number): Progress {
  return learned(challenge, { spentMs: Math.max(0, Math.round(spentMs)) });
}

/** The learner chose this language. */
export function learnLanguage(language: Language): Progress {
  return { ...noProgress, language };
}

function learned(challenge: string, what: Partial<ChallengeProgress>): Progress {
  return { ...noProgress, challenges: { [challenge]: { ...nothingYet, ...what } } };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
