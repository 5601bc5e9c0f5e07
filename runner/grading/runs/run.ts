import { isDeepStrictEqual } from 'node:util';
import type { SubmissionResult } from '../../gradebook/result.ts';

/** What a run came to: `.lab/runs/….json`. It belongs to no language. */
export interface Run {
  readonly schema: 'lab.run/1';
  /** ISO 8601. */
  readonly at: string;
  /** Stands for the lab that graded. */
  readonly grader: string;
  /** The ids of those that were graded. */
  readonly challenges: readonly string[];
  /** What a run has left out is in it with no attempts. */
  readonly results: readonly SubmissionResult[];
  /** Submission's id → challenge's id → digest of what was handed in. */
  readonly handedIn: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Student's id → the grade. */
  readonly finals: Readonly<Record<string, number>>;
}

/** Whether two runs came to the same, whenever they were. Pure. */
export function isSameRun(one: Run, other: Run): boolean {
  // As they would stand in a file: what is undefined is not there.
  const written = (run: Run): unknown => JSON.parse(JSON.stringify({ ...run, at: '' }));
  return isDeepStrictEqual(written(one), written(other));
}
