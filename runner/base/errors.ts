import type { Message } from './message.ts';

/** The exit codes of `lab`. `1` is only ever the verdict "some objective not met". */
export const exitCode = { ok: 0, notMet: 1, usage: 2, couldNotTell: 3 } as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/**
 * Something a person can act on. `message` says what went wrong, `why` the reason where one is known, and `next` the
 * steps, each of which can be run or done as it stands. All of it is already in the reader's language.
 */
export class LabError extends Error {
  override readonly name: string = 'LabError';
  readonly why: string | undefined;
  readonly next: readonly string[];
  readonly exitCode: ExitCode;

  constructor(
    message: string,
    details: { why?: string | undefined; next?: readonly string[]; exitCode: ExitCode; cause?: unknown },
  ) {
    super(message, { cause: details.cause });
    this.why = details.why;
    this.next = details.next ?? [];
    this.exitCode = details.exitCode;
  }
}

/** A command line that `lab` cannot act on: exit code 2. */
export class UsageError extends LabError {
  override readonly name = 'UsageError';
  constructor(message: string, details: { why?: string; next?: readonly string[] } = {}) {
    super(message, { ...details, exitCode: exitCode.usage });
  }
}

/** The engine, the machine or the checker failed, so nothing can be said about the learner's work: exit code 3. */
export class CouldNotTell extends LabError {
  override readonly name = 'CouldNotTell';
  constructor(message: string, details: { why?: string | undefined; next?: readonly string[]; cause?: unknown } = {}) {
    super(message, { ...details, exitCode: exitCode.couldNotTell });
  }
}

/** Nothing could be looked at. What went wrong and what to do stand in it as data; `tellError` makes sentences of it. */
export class CouldNotLook extends CouldNotTell {
  readonly finding: Message;
  readonly step: Message;

  constructor(finding: Message, step: Message, details: { readonly why?: string; readonly cause?: unknown } = {}) {
    super(finding.code, details);
    this.finding = finding;
    this.step = step;
  }
}

/** What a thrown value says, for `inLanguage`: data where it is data, or the text that it has. */
export function saidBy(error: unknown): Message | string {
  return error instanceof CouldNotLook ? error.finding : messageOf(error);
}

/** One line for any thrown value. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
