import type { Language } from '../base/language.ts';
import type { Message } from '../base/message.ts';
import type { EngineVersion } from '../engine/facts.ts';
import type { BindingReport } from '../roles/binding-report.ts';
import type { ObjectiveReport, Report } from './report.ts';

/** A report in the words of a language. Renderers only draw it. Its JSON is `lab.verify/2`. */
export interface ToldReport {
  readonly schema: 'lab.verify/2';
  readonly language: Language;
  readonly challenge: string;
  readonly title: string;
  /** ISO 8601. */
  readonly at: string;
  readonly engine: EngineVersion & { readonly source: string };
  readonly bindings: readonly ToldBinding[];
  readonly score: Report['score'];
  readonly objectives: readonly ToldObjective[];
}

export interface ToldBinding extends Omit<BindingReport, 'because'> {
  /** What the role is called in a sentence, such as `the server`. */
  readonly title: string;
  readonly because: string;
}

/** A verdict with its sentences, and the finding that they are made from: its code, what it speaks of, and what adds to it. */
export interface ToldObjective
  extends Omit<ObjectiveReport, 'finding' | 'expected'>,
    Pick<Message, 'code' | 'params' | 'more'> {
  readonly title: string;
  readonly observed: string;
  readonly expected: string;
  readonly why: string;
}
