import type { Message } from '../base/message.ts';
import type { BindingReport } from '../roles/binding-report.ts';
import type { ObjectiveReport, Report } from '../verdict/report.ts';

/**
 * What became of a part.
 * - `graded`: its script ran to the end, and the verdicts say the rest.
 * - `script-failed`, `timed-out`, `refused` (the policy of the sandbox stopped it): what was there by then was judged all the same.
 * - `compose-only`: all is left to Compose, and nothing of it was run.
 * - `no-instructions`, `not-submitted`: nothing was run.
 * - `unknown`: the machine or the checker failed, twice. Never a zero: an instructor has to look.
 */
export type Outcome =
  | 'graded'
  | 'script-failed'
  | 'timed-out'
  | 'refused'
  | 'compose-only'
  | 'no-instructions'
  | 'not-submitted'
  | 'unknown';

/** The end of a script's run. */
export interface ScriptRun {
  /** `undefined` if it had to be ended. */
  readonly exitCode?: number | undefined;
  /** `time`: of wall clock; `output`: it wrote too much. */
  readonly endedBy: 'itself' | 'time' | 'output' | 'memory';
  /** The command that failed, as bash names it; empty where none did. */
  readonly failingCommand: string;
  /** The last lines that it wrote, without control characters. */
  readonly lastLines: readonly string[];
  /** Commands that did not end and were left running (`docker run` in the foreground). */
  readonly leftRunning: readonly string[];
  readonly durationMs: number;
}

/** The end of a container's log. */
export interface LogExcerpt {
  readonly container: string;
  readonly lines: readonly string[];
}

/** What became of one challenge of one submission, as data: it belongs to no language. `tellSubmission` makes sentences of it. */
export interface PartResult {
  /** The challenge's id. */
  readonly challenge: string;
  readonly outcome: Outcome;
  /** What happened; nothing where the outcome is `graded`. */
  readonly reason?: Message;
  /** Below the submission; empty where nothing was submitted. */
  readonly path: string;
  /** The file that says how to bring it up; empty where there is none. */
  readonly instructions: string;
  /** All of the challenge's objectives, in its order, whatever the outcome. */
  readonly objectives: readonly ObjectiveReport[];
  /** What the objectives are worth, before any rubric. */
  readonly score: Report['score'];
  readonly bindings: readonly BindingReport[];
  readonly script?: ScriptRun;
  readonly logs: readonly LogExcerpt[];
  /** What the sandbox's policy refused, each kind once. */
  readonly refusals: readonly Message[];
  readonly remarks: readonly Message[];
  /** Of all that decides the result: the part's content, the challenge, the grader. The same digest needs no second run. */
  readonly digest: string;
  /** 2 where the first try ended in a fault of the machine. */
  readonly attempts: number;
  /** ISO 8601, when it was judged. */
  readonly at: string;
  readonly durationMs: number;
}

/** Whose a submission is, as far as a school's system told; what it did not tell is left out. */
export interface Owner {
  readonly name?: string;
  readonly canvasId?: string;
  readonly moodleId?: string;
  readonly sisUserId?: string;
  readonly email?: string;
  /** ISO 8601. */
  readonly submitted?: string;
}

/** What became of a submission: one JSON file each, written at once when its last work is judged. */
export interface SubmissionResult {
  readonly schema: 'lab.submission/2';
  readonly id: string;
  readonly source: string;
  /** Whose it is, as the school's system had it in the name of what was handed in; a roster comes first. */
  readonly owner?: Owner;
  /** One for each challenge that is graded, in the catalogue's order. */
  readonly works: readonly PartResult[];
  readonly remarks: readonly Message[];
}
