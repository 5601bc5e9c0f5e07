import type { Language } from '../base/language.ts';
import type { Challenge } from '../challenge/definition.ts';
import type { Gradebook } from './gradebook.ts';
import type { SubmissionResult } from './result.ts';

/** The instructor's own files, absolute; `undefined` if there is none. */
export interface BookFiles {
  readonly rubric: string | undefined;
  readonly roster: string | undefined;
  readonly overrides: string | undefined;
}

/** A report: what it is called below the output folder, with `/`, and what is in it. */
export interface ReportFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** A report that people or programs read as text. */
export interface TextFile extends ReportFile {
  readonly content: string;
}

/** Makes the gradebook of what became of the submissions. Pure. */
export interface MakeBook {
  (
    results: readonly SubmissionResult[],
    challenges: readonly Challenge[],
    options: { readonly language: Language; readonly grader: string; readonly at: string },
  ): Gradebook;
  /** True if the rubric wants what is left to Compose to be translated, and run. */
  readonly translatesCompose?: boolean;
}
