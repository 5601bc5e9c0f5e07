import type { Language } from '../base/language.ts';
import type { Challenge } from '../challenge/definition.ts';
import type { Worksheet } from '../gradebook/book-files/worksheet.ts';
import type { Gradebook } from '../gradebook/gradebook.ts';
import type { BookFiles, MakeBook, ReportFile } from '../gradebook/make-book.ts';
import type { PartResult } from '../gradebook/result.ts';
import type { SimilarPair } from '../gradebook/similarity.ts';
import type { GradeContext } from './grade-context.ts';
import type { ReadClassOptions } from './intake/read-class-options.ts';
import type { PartStore, SetAside } from './queue/part-store.ts';
import type { Sandboxes } from './sandbox/sandbox.ts';
import type { Part, Submission } from './submission.ts';

/** What sandboxes are made ready with. */
export interface SandboxesNeeds {
  /** Absolute paths of images as `docker save` writes them: every sandbox gets them beside the lab's own. */
  readonly preload: readonly string[];
  readonly signal: AbortSignal;
  say(line: string): void;
}

/** The parts that `lab grade` puts together. */
export interface Grading {
  /** What judges here, program and images, as one word: results of another grader are not taken for its own. */
  graderVersion(): Promise<string>;
  /** Throws UsageError when the folder cannot be read. */
  readClass(folder: string, options: ReadClassOptions): Promise<readonly Submission[]>;
  /**
   * A shell for a person in a container of this machine's engine, until they leave it. Throws CouldNotTell when there is no docker
   * command to enter it by.
   */
  enterShell(container: string): Promise<void>;
  /** Throws CouldNotTell when this machine cannot run sandboxes. */
  openSandboxes(options: SandboxesNeeds): Promise<Sandboxes>;
  /** The results that are in a folder already, and where new ones are kept; tells of what it had to set aside. */
  openStore(folder: string, onSetAside: (what: SetAside) => void): Promise<PartStore>;
  gradePart(part: Part | undefined, context: GradeContext): Promise<PartResult>;
  /** Reads the instructor's files, and throws UsageError where one is wrong: before anything is run. They may speak of any challenge. */
  readBookFiles(files: BookFiles, language: Language, challenges: readonly Challenge[]): Promise<MakeBook>;
  /** Reads Moodle's worksheet of the assignment. Throws UsageError where it is none. */
  readWorksheet(file: string, language: Language): Promise<Worksheet>;
  /** All report files of a class. */
  reportsOf(
    book: Gradebook,
    similar: readonly SimilarPair[] | undefined,
    worksheet?: Worksheet,
  ): Promise<readonly ReportFile[]>;
  similar(
    submissions: readonly Submission[],
    options: { readonly challenges: readonly Challenge[]; readonly signal: AbortSignal },
  ): Promise<readonly SimilarPair[]>;
}
