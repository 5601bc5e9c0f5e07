import type { Language } from '../base/language.ts';

/** What the lab remembers of a learner. Its JSON is the file `progress.json`; docs/progress.md describes it. */
export interface Progress {
  readonly schema: typeof schema;
  /** The language chosen on the screen; undefined while none was. */
  readonly language: Language | undefined;
  /** By the challenge's id. Challenges that this lab does not know are kept as they are. */
  readonly challenges: Readonly<Record<string, ChallengeProgress>>;
}

/** One challenge. Moments are ISO 8601 in UTC, as `Date.toISOString` writes them; undefined for what has not happened. */
export interface ChallengeProgress {
  readonly firstOpenedAt: string | undefined;
  /** When all that is required was met for the first time. */
  readonly completedAt: string | undefined;
  /** When the learner first saw the reference solution. */
  readonly solutionSeenAt: string | undefined;
  /** How long the learner was at it, in milliseconds. */
  readonly spentMs: number;
  /** The most points of any report, each kind for itself. */
  readonly best: { readonly earned: number; readonly bonus: number };
  /** Objectives that were ever met, by id: when they first were. */
  readonly objectives: Readonly<Record<string, string>>;
  /** Objectives that a hint was asked for, by id: the highest level. */
  readonly hints: Readonly<Record<string, HintLevel>>;
  readonly lastReport: ReportSummary | undefined;
}

/** How much was asked for: the idea, the Docker feature, the command. */
export type HintLevel = 1 | 2 | 3;

/** What a report came to. Points as in a report's score. */
export interface ReportSummary {
  readonly at: string;
  readonly earned: number;
  readonly possible: number;
  readonly bonus: number;
  /** The ids of the objectives that were met. */
  readonly met: readonly string[];
}

/** `new`: never opened; `begun`; `done`: everything required was met at least once. */
export type ChallengeState = 'new' | 'begun' | 'done';

/** The version of the format; a newer one is told by another number. */
export const schema = 'lab.progress/1';

/** What is remembered of somebody who has just come. */
export const noProgress: Progress = { schema, language: undefined, challenges: {} };

/** What is remembered of a challenge that was never opened. */
export const nothingYet: ChallengeProgress = {
  firstOpenedAt: undefined,
  completedAt: undefined,
  solutionSeenAt: undefined,
  spentMs: 0,
  best: { earned: 0, bonus: 0 },
  objectives: {},
  hints: {},
  lastReport: undefined,
};

/** True if nothing is remembered at all. */
export function isEmpty({ language, challenges }: Progress): boolean {
  return language === undefined && Object.keys(challenges).length === 0;
}

/** What is remembered of a challenge: `nothingYet` where that is nothing. */
export function progressOf(progress: Progress, challenge: string): ChallengeProgress {
  return Object.hasOwn(progress.challenges, challenge) ? (progress.challenges[challenge] ?? nothingYet) : nothingYet;
}

/** How far the learner has come with a challenge. */
export function stateOf(challenge: ChallengeProgress): ChallengeState {
  if (challenge.completedAt !== undefined) return 'done';
  // Forgotten while it was open on a screen, it has time spent and no beginning.
  return challenge.firstOpenedAt === undefined && challenge.spentMs === 0 ? 'new' : 'begun';
}
