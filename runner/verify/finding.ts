import type { Verdict } from '../report/report.ts';

/** What a check finds: the verdict and what a learner needs to understand it, in the learner's language. */
export interface Finding {
  readonly verdict: Verdict;
  readonly observed: string;
  readonly expected: string;
  /** One command that makes progress as it stands; empty where there is nothing to do. */
  readonly next: string;
}
