import { messageOf } from '../../base/errors.ts';
import { Hung, withGracePeriod } from '../../base/grace-period.ts';
import type { Message } from '../../base/message.ts';
import type { PartResult } from '../../gradebook/result.ts';
import { say } from '../../language/say.ts';
import type { Phase } from '../phase.ts';
import type { PartStore } from './part-store.ts';
import type { QueueEvent } from './progress-state.ts';
import { SubmissionClock } from './submission-clock.ts';
import { submissionResult } from './submission-result.ts';
import { needsSandbox, type Task, type Told } from './task.ts';
import { unknownResult } from './unknown-result.ts';

/** So many in a row that the machine has failed leave no hope for the next. */
const maxFaultsInARow = 3;

/** The run was stopped because the machine fails again and again: `reason` is the last that it failed by. */
export class MachineFails extends Error {
  override readonly name = 'MachineFails';
  readonly reason: Message;
  readonly count = maxFaultsInARow;

  constructor(reason: Message) {
    super(reason.code);
    this.reason = reason;
  }
}

/** How a run goes. Times are wall clock, in milliseconds. */
export interface GradeAllOptions {
  /** How many are judged at once, at most. */
  readonly jobs: number;
  readonly store: PartStore;
  /** What is known already. A submission is told once all that there is to it is known. */
  readonly kept: readonly Told[];
  /** How many parts make a submission whole. */
  readonly partsEach: number;
  /** What a script was granted: kept with the result. */
  readonly scriptMs: number;
  /** Of all parts of a submission together. */
  readonly submissionMs: number;
  /** How long a part may take to clean up once it was told to stop. */
  readonly timeoutMs: number;
  /** Stops the run: nothing new is begun, and what is running is told to stop and waited for. */
  readonly signal: AbortSignal;
  readonly onEvent: (event: QueueEvent) => void;
  grade(task: Task, how: GradeOne): Promise<PartResult>;
}

/** What a single part is judged with. */
export interface GradeOne {
  readonly signal: AbortSignal;
  readonly onPhase: (phase: Phase) => void;
}

/**
 * Judges these tasks, `jobs` at once, and keeps each result as soon as there is one. What goes wrong with a task ends none of
 * the others: its result is `unknown`, with the reason. Resolves to all that is known, what was kept before too. Throws the
 * signal's reason where it aborts, MachineFails where one after the other fails by the machine's fault, and what the store says where a result cannot be kept: then the rest would be in vain.
 */
export async function gradeAll(tasks: readonly Task[], options: GradeAllOptions): Promise<readonly Told[]> {
  const waiting = [...tasks];
  const failed = new AbortController();
  const signal = AbortSignal.any([options.signal, failed.signal]);
  const clocks = new Map(tasks.map(({ submission }) => [submission.id, new SubmissionClock(options.submissionMs)]));
  const known = new Map<string, Told[]>();
  const learn = (told: Told) => {
    const { id } = told.task.submission;
    const all = [...(known.get(id) ?? []), told];
    known.set(id, all);
    return all;
  };
  const tellWhole = async (told: readonly Told[]) => {
    const [first] = told;
    if (first === undefined || told.length < options.partsEach) return;
    await options.store.keepSubmission(submissionResult(first.task.submission, told));
  };
  let faults = 0;
  const countFaults = ({ task, result }: Told) => {
    const { outcome, reason } = result;
    const fault = outcome === 'unknown' && reason?.code.startsWith('fault.') ? reason : undefined;
    // What is told without an engine says nothing about it.
    if (fault !== undefined) faults++;
    else if (needsSandbox(task)) faults = 0;
    if (fault !== undefined && faults >= maxFaultsInARow && waiting.length > 0) failed.abort(new MachineFails(fault));
  };
  const part = async () => {
    for (let task = waiting.shift(); task !== undefined && !signal.aborted; task = waiting.shift()) {
      const clock = clocks.get(task.submission.id) ?? new SubmissionClock(options.submissionMs);
      options.onEvent({ kind: 'started', task, at: performance.now() });
      const told = { task, result: await gradeOne(task, clock, signal, options) };
      const name = { submission: task.submission.id, challenge: task.challenge.id };
      await options.store.keep(name, { result: told.result, scriptMs: options.scriptMs });
      await tellWhole(learn(told));
      options.onEvent({ kind: 'finished', told, at: performance.now() });
      countFaults(told);
    }
  };
  for (const told of options.kept) learn(told);
  // A run that was killed may have kept the last work of a submission, and not the whole.
  for (const told of known.values()) await tellWhole(told);
  const workers = Array.from({ length: Math.min(options.jobs, tasks.length) }, () =>
    part().catch((error: unknown) => failed.abort(error)),
  );
  await Promise.all(workers);
  signal.throwIfAborted();
  return [...known.values()].flat();
}

/** Throws only when the run is over. */
async function gradeOne(
  task: Task,
  clock: SubmissionClock,
  run: AbortSignal,
  options: GradeAllOptions,
): Promise<PartResult> {
  const { timeoutMs, onEvent } = options;
  const startedAt = Date.now();
  const unknown = (reason: Message) => unknownResult(task, { reason, startedAt, durationMs: Date.now() - startedAt });
  using turn = clock.enter();
  if (clock.isUp) return unknown(say('fault.submission-time', { ms: clock.limitMs }));
  const signal = AbortSignal.any([run, turn.signal]);
  const onPhase = (phase: Phase) => onEvent({ kind: 'phase', task, phase });
  try {
    // It may throw before it returns a promise.
    const result = await withGracePeriod((async () => options.grade(task, { signal, onPhase }))(), {
      signal,
      graceMs: timeoutMs,
    });
    // What was cut short may have taken that for a fault of the machine.
    if (result.outcome === 'unknown') run.throwIfAborted();
    return result;
  } catch (error) {
    run.throwIfAborted();
    if (clock.isUp) return unknown(say('fault.submission-time', { ms: clock.limitMs }));
    return unknown(say('fault.grading', { reason: error instanceof Hung ? say('fault.hung') : messageOf(error) }));
  }
}
