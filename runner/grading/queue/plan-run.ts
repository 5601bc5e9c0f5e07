import type { StoredPart } from './part-store.ts';
import { isUnknown, type Task, type Told } from './task.ts';

/** What a run is asked to judge anew, and with what. */
export interface RunWishes {
  /** Ids of submissions; all of them where undefined. */
  readonly only: ReadonlySet<string> | undefined;
  /** Everything, whether it has changed or not. */
  readonly rerun: boolean;
  /** ISO 8601: when the rerun began, which may have been stopped since; what was judged in it is not judged again. */
  readonly rerunSince?: string | undefined;
  /** What could not be told before. */
  readonly rerunUnknown: boolean;
  /** The wall clock of a script, in milliseconds. */
  readonly scriptMs: number;
}

/** What there is to do, and what is known already. */
export interface RunPlan {
  readonly toRun: readonly Task[];
  readonly kept: readonly Told[];
  /** Neither asked for nor known: never judged, or changed since. */
  readonly left: readonly Task[];
}

/** Decides by what is stored, and by nothing else, what has to be judged. Pure. */
export function planRun(
  tasks: readonly { readonly task: Task; readonly stored: StoredPart | undefined }[],
  wishes: RunWishes,
): RunPlan {
  const toRun: Task[] = [];
  const kept: Told[] = [];
  const left: Task[] = [];
  for (const { task, stored } of tasks) {
    const current = stored?.result.digest === task.digest ? stored : undefined;
    const asked = wishes.only?.has(task.submission.id) ?? true;
    if (asked && (current === undefined || isDue(current, wishes))) toRun.push(task);
    else if (current === undefined) left.push(task);
    else kept.push({ task, result: current.result });
  }
  return { toRun, kept, left };
}

/** Whether a result that is still true of its work is wanted anew all the same. */
function isDue({ result, scriptMs }: StoredPart, wishes: RunWishes): boolean {
  if (wishes.rerun && (wishes.rerunSince === undefined || result.at < wishes.rerunSince)) return true;
  if (wishes.rerunUnknown && isUnknown(result)) return true;
  // Who gives more time, or less, wants to see what that changes, and it changes nothing else.
  return result.outcome === 'timed-out' && scriptMs !== wishes.scriptMs;
}
