import { noProgress, type Progress } from '../../../progress/progress.ts';
import type { Kept, Trouble } from '../../../progress/progress-store.ts';

/** What is remembered of the learner. */
export interface ProgressState {
  /** All that is known: what is saved, and what was learned since. */
  readonly known: Progress;
  /** What was learned since, and is neither saved nor being saved. */
  readonly unsaved: Progress;
  /** True while something is being saved: one save at a time. */
  readonly saving: boolean;
  /** What is wrong with the file, as last heard; a file that was set aside stays told. */
  readonly troubles: readonly Trouble[];
  readonly clock: Clock;
}

/** How the time spent is counted. Times are milliseconds since 1970. */
export interface Clock {
  /** The challenge's id whose time is counted; undefined while none is open. */
  readonly challenge: string | undefined;
  /** Up to here it is counted. */
  readonly countedTo: number;
  /** When the learner was last known to be at it. */
  readonly activeAt: number;
  /** True if something has happened since. */
  readonly stirred: boolean;
}

/** What happens to what is remembered. Times are milliseconds since 1970. */
export type ProgressEvent =
  /** The time now. It comes when a challenge is opened or left, and again and again in between. */
  | { readonly kind: 'time'; readonly at: number }
  /** What is kept now that what was learned was to be saved. */
  | { readonly kind: 'kept'; readonly kept: Kept; readonly learned: Progress }
  /** What was learned could not even be brought to be saved. */
  | { readonly kind: 'not-kept'; readonly learned: Progress; readonly message: string };

/** What is remembered where the screen opens, as it was read. */
export function progressFrom({ progress, troubles }: Pick<Kept, 'progress' | 'troubles'>): ProgressState {
  const clock = { challenge: undefined, countedTo: 0, activeAt: 0, stirred: false };
  return { known: progress, unsaved: noProgress, saving: false, troubles, clock };
}
