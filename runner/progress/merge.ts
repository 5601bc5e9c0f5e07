import type { ChallengeProgress, HintLevel, Progress, ReportSummary } from './progress.ts';
import { progressOf, schema } from './progress.ts';

/**
 * What is remembered once something more is known. Nothing is ever lost by it: the best score, the earliest moment, all
 * objectives and the highest hints of both. Times spent are added up where `more` happened after `saved` was written, and
 * the longer one counts where both may tell of the same hours (`longest`).
 */
export function mergeProgress(saved: Progress, more: Progress, times: 'added' | 'longest' = 'added'): Progress {
  const ids = [...new Set([...Object.keys(saved.challenges), ...Object.keys(more.challenges)])].sort();
  return {
    schema,
    language: more.language ?? saved.language,
    challenges: Object.fromEntries(
      ids.map(id => [id, mergeChallenge(progressOf(saved, id), progressOf(more, id), times)]),
    ),
  };
}

function mergeChallenge(
  saved: ChallengeProgress,
  more: ChallengeProgress,
  times: 'added' | 'longest',
): ChallengeProgress {
  return {
    firstOpenedAt: earliest(saved.firstOpenedAt, more.firstOpenedAt),
    completedAt: earliest(saved.completedAt, more.completedAt),
    solutionSeenAt: earliest(saved.solutionSeenAt, more.solutionSeenAt),
    spentMs: times === 'added' ? saved.spentMs + more.spentMs : Math.max(saved.spentMs, more.spentMs),
    best: {
      earned: Math.max(saved.best.earned, more.best.earned),
      bonus: Math.max(saved.best.bonus, more.best.bonus),
    },
    objectives: union(saved.objectives, more.objectives, sooner),
    hints: union(saved.hints, more.hints, (one, other) => Math.max(one, other) as HintLevel),
    lastReport: latest(saved.lastReport, more.lastReport),
  };
}

/** The progress without some challenges, or without any; a chosen language stays. */
export function withoutChallenges(progress: Progress, ids: readonly string[]): Progress {
  const left = Object.entries(progress.challenges).filter(([id]) => !ids.includes(id));
  return { ...progress, challenges: Object.fromEntries(left) };
}

/** True if adding `more` would change nothing. */
export function isKnown(saved: Progress, more: Progress): boolean {
  const merged = mergeProgress(saved, more);
  return (
    JSON.stringify(merged) === JSON.stringify(mergeProgress(saved, { ...more, language: undefined, challenges: {} }))
  );
}

function earliest(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return sooner(one, other);
}

/** Moments in the one form of `toISOString` are in the order of their letters. */
function sooner(one: string, other: string): string {
  return [one, other].sort()[0] ?? one;
}

function latest(one: ReportSummary | undefined, other: ReportSummary | undefined): ReportSummary | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return other.at >= one.at ? other : one;
}

function union<Value>(
  one: Readonly<Record<string, Value>>,
  other: Readonly<Record<string, Value>>,
  choose: (one: Value, other: Value) => Value,
): Record<string, Value> {
  const all = new Map(Object.entries(one));
  for (const [id, value] of Object.entries(other)) {
    const known = all.get(id);
    all.set(id, known === undefined ? value : choose(known, value));
  }
  return Object.fromEntries([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
}
