import type { Language } from '../../base/language.ts';
import type { Verdict } from '../../checks/verdict.ts';
import type { StudentGrade } from '../gradebook.ts';
import { gradeReportMessages } from '../texts/report.ts';

/** What the table can be filtered by; a student may be in several. */
export const filters = ['attention', 'missing', 'unmet', 'complete'] as const;
export type Filter = (typeof filters)[number];

/** Where a student stands: what they are found by, and what is said of them first. */
export interface Standing {
  readonly filters: readonly Filter[];
  readonly verdict: Verdict;
  readonly word: string;
  /** For sorting: the most urgent first. */
  readonly rank: number;
}

/** What a student's parts come to, in a word. Pure. */
export function standingOf({ needsAttention, result: { works: parts } }: StudentGrade, language: Language): Standing {
  const t = gradeReportMessages[language].stateOf;
  const missing = parts.filter(({ outcome }) => outcome === 'not-submitted');
  const required = parts
    .filter(({ outcome }) => outcome !== 'not-submitted')
    .flatMap(({ objectives }) => objectives.filter(({ bonus }) => !bonus));
  const unmet = required.some(({ verdict }) => verdict === 'fail' || verdict === 'blocked');
  const complete = missing.length === 0 && required.every(({ verdict }) => verdict === 'pass');
  const is: Readonly<Record<Filter, boolean>> = {
    attention: needsAttention,
    missing: missing.length > 0,
    unmet,
    complete,
  };
  const found = { filters: filters.filter(name => is[name]) };
  if (needsAttention) return { ...found, verdict: 'unknown', word: t.attention, rank: 0 };
  if (missing.length === parts.length) return { ...found, verdict: 'blocked', word: t.nothing, rank: 1 };
  if (missing.length > 0) return { ...found, verdict: 'blocked', word: t.missing(missing.length), rank: 2 };
  if (!complete) return { ...found, verdict: 'fail', word: t.unmet, rank: 3 };
  return { ...found, verdict: 'pass', word: t.complete, rank: 4 };
}
