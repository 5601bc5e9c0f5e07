import type { Challenge } from '../challenge/definition.ts';
import type { Language } from '../language/language.ts';
import type { GradeContext } from './grade-context.ts';
import type { Gradebook } from './gradebook.ts';
import type { SubmissionResult, WorkResult } from './result.ts';
import type { Sandboxes, SandboxLimits } from './sandbox.ts';
import type { SimilarPair } from './similarity/similarity.ts';
import type { Submission, Work } from './submission.ts';

/**
 * What is being done for a work: an engine is made for it, its script runs, the verdicts are looked for, containers are
 * stopped for a moment to see what that does, and all of it is removed again.
 */
export type Phase = 'opening' | 'running' | 'checking' | 'disturbing' | 'closing';

/** What one work may take. Times are wall clock, in milliseconds. */
export interface WorkLimits {
  /** Of its script. */
  readonly scriptMs: number;
  /** After the script, until verdicts are what they are. */
  readonly verdictMs: number;
  /** Of one try, from opening its sandbox to the last verdict. */
  readonly workMs: number;
  /** How long a docker command in the foreground holds the script up before it is left running. */
  readonly graceMs: number;
  /** Bytes of output after which the script is ended. */
  readonly outputBytes: number;
  readonly sandbox: SandboxLimits;
}

/** What sandboxes are made ready with. */
export interface SandboxesNeeds {
  /** Absolute paths of images as `docker save` writes them: every sandbox gets them beside the lab's own. */
  readonly preload: readonly string[];
  readonly signal: AbortSignal;
  say(line: string): void;
}

/** How a class is read. */
export interface ReadClassOptions {
  readonly challenges: readonly Challenge[];
  readonly language: Language;
  /** A folder, which exists, that archives are unpacked below. */
  readonly scratch: string;
  readonly signal: AbortSignal;
}

/** The instructor's own files, absolute; undefined where there is none. */
export interface BookFiles {
  readonly rubric: string | undefined;
  readonly roster: string | undefined;
  readonly overrides: string | undefined;
}

/** A report: what it is called below the output folder, with `/`, and what is in it. */
export interface ReportFile {
  readonly path: string;
  readonly content: string;
}

/** The parts that `lab grade` puts together. */
export interface Grading {
  /** What judges here, program and images, as one word: results of another grader are not taken for its own. */
  graderVersion(): Promise<string>;
  /** Throws UsageError where the folder cannot be read. */
  readClass(folder: string, options: ReadClassOptions): Promise<readonly Submission[]>;
  /** Throws CouldNotTell where this machine cannot run sandboxes. */
  openSandboxes(options: SandboxesNeeds): Promise<Sandboxes>;
  gradeWork(work: Work | undefined, context: GradeContext): Promise<WorkResult>;
  /** Reads the instructor's files, and throws UsageError where one is wrong: before anything is run. They may speak of any challenge. */
  readBookFiles(files: BookFiles, language: Language, challenges: readonly Challenge[]): Promise<MakeBook>;
  /** All report files of a class. */
  reportsOf(book: Gradebook, similar: readonly SimilarPair[] | undefined): Promise<readonly ReportFile[]>;
  similar(
    submissions: readonly Submission[],
    options: { readonly challenges: readonly Challenge[]; readonly signal: AbortSignal },
  ): Promise<readonly SimilarPair[]>;
}

/** Makes the gradebook of what became of the submissions. Pure. */
export type MakeBook = (
  results: readonly SubmissionResult[],
  challenges: readonly Challenge[],
  options: { readonly language: Language; readonly grader: string; readonly at: string },
) => Gradebook;
