import type { Message } from '../base/message.ts';
import type { Verdict } from './verdict.ts';

/** What a check finds: the verdict, and what a learner needs to understand it. It knows no language. */
export interface Finding {
  readonly verdict: Verdict;
  readonly observed: Message;
  readonly expected: Message;
  /** One command that makes progress as it stands; empty where there is nothing to do. */
  readonly next: string;
}
