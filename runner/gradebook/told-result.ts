import type { Language } from '../base/language.ts';
import type { ToldBinding, ToldObjective } from '../verdict/told-report.ts';
import type { PartResult, SubmissionResult } from './result.ts';

/** What became of one challenge of one submission, in the words of a language. */
export interface ToldPart extends Omit<PartResult, 'reason' | 'objectives' | 'bindings' | 'refusals' | 'remarks'> {
  readonly title: string;
  /** What happened, in a sentence; empty where the outcome is `graded`. */
  readonly reason: string;
  readonly objectives: readonly ToldObjective[];
  readonly bindings: readonly ToldBinding[];
  /** What the sandbox's policy refused, in sentences, without repetition. */
  readonly refusals: readonly string[];
  readonly remarks: readonly string[];
}

/** What became of a submission, in the words of a language. */
export interface ToldSubmission extends Omit<SubmissionResult, 'works' | 'remarks'> {
  readonly language: Language;
  readonly works: readonly ToldPart[];
  readonly remarks: readonly string[];
}
