import { allRequiredPassed } from '../../verdict/report.ts';
import type { Phase } from '../phase.ts';
import { isUnknown, needsSandbox, type Task, type Told } from './task.ts';

/** What the queue tells while it runs. Moments are milliseconds of one clock. */
export type QueueEvent =
  | { readonly kind: 'started'; readonly task: Task; readonly at: number }
  | { readonly kind: 'phase'; readonly task: Task; readonly phase: Phase }
  | { readonly kind: 'finished'; readonly told: Told; readonly at: number };

/** A part that is being judged. */
export interface Running {
  readonly task: Task;
  readonly phase: Phase;
  readonly since: number;
}

/** All that is shown of a run. */
export interface QueueState {
  readonly jobs: number;
  readonly total: number;
  readonly done: number;
  /** Of those that are done: something required was not met. */
  readonly unmet: number;
  /** Of those that are done: something could not be told. */
  readonly unknown: number;
  readonly running: readonly Running[];
  /** Those that need a sandbox and are not done yet. */
  readonly sandboxesLeft: number;
  /** How long those that needed one took, in milliseconds. */
  readonly tookMs: readonly number[];
}

/** The state of a run that has yet to begin. */
export function beforeRun(tasks: readonly Task[], jobs: number): QueueState {
  return {
    jobs,
    total: tasks.length,
    done: 0,
    unmet: 0,
    unknown: 0,
    running: [],
    sandboxesLeft: tasks.filter(needsSandbox).length,
    tookMs: [],
  };
}

/** What an event makes of the state. Pure. */
export function afterEvent(state: QueueState, event: QueueEvent): QueueState {
  switch (event.kind) {
    case 'started':
      return { ...state, running: [...state.running, { task: event.task, phase: 'opening', since: event.at }] };
    case 'phase':
      return {
        ...state,
        running: state.running.map(one => (one.task === event.task ? { ...one, phase: event.phase } : one)),
      };
    case 'finished':
      return afterFinished(state, event.told, event.at);
  }
}

function afterFinished(state: QueueState, { task, result }: Told, at: number): QueueState {
  const began = state.running.find(one => one.task === task)?.since;
  const took = began !== undefined && needsSandbox(task) ? [at - began] : [];
  const unknown = isUnknown(result);
  return {
    ...state,
    done: state.done + 1,
    unmet: state.unmet + (unknown || allRequiredPassed(result) ? 0 : 1),
    unknown: state.unknown + (unknown ? 1 : 0),
    running: state.running.filter(one => one.task !== task),
    sandboxesLeft: state.sandboxesLeft - (needsSandbox(task) ? 1 : 0),
    tookMs: [...state.tookMs, ...took],
  };
}

/**
 * How long it may still take, in milliseconds, by the median of those that are done: a few that wait for their deadline do not
 * make it look hopeless. `undefined` if nothing can be said yet. Pure.
 */
export function timeLeft({ tookMs, sandboxesLeft, jobs, running }: QueueState, now: number): number | undefined {
  if (tookMs.length === 0) return undefined;
  const sorted = [...tookMs].sort((one, other) => one - other);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const begun = running.filter(({ task }) => needsSandbox(task)).map(({ since }) => Math.min(median, now - since));
  const partMs = begun.reduce((sum, ms) => sum - ms, sandboxesLeft * median);
  return Math.max(0, partMs) / Math.max(1, Math.min(jobs, sandboxesLeft));
}
