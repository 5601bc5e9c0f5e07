import type { Message } from '../base/message.ts';
import type { Challenge } from '../challenge/definition.ts';
import { scoreOf } from '../verdict/report.ts';
import type { WorkResult } from './result.ts';

/** What is known of a work once it is judged; the rest of its result follows from the work itself. */
export type Judged = Pick<WorkResult, 'outcome' | 'objectives'> &
  Partial<Pick<WorkResult, 'reason' | 'bindings' | 'script' | 'logs' | 'refusals' | 'remarks'>>;

/** What was handed in for a challenge, as far as its result speaks of it. */
interface HandedIn {
  /** Below the submission. */
  readonly path: string;
  readonly plan: { readonly kind: string; readonly file?: string };
  readonly remarks: readonly Message[];
}

/** What was judged; `work` is undefined where nothing was handed in. */
export interface Judging {
  readonly challenge: Challenge;
  readonly work: HandedIn | undefined;
}

/** The whole result of a work, with the work's own remarks first. Pure. */
export function workResult(
  { challenge, work }: Judging,
  judged: Judged,
  run: Pick<WorkResult, 'digest' | 'attempts' | 'at' | 'durationMs'>,
): WorkResult {
  return {
    challenge: challenge.id,
    path: work?.path ?? '',
    instructions: work?.plan.file ?? '',
    bindings: [],
    logs: [],
    refusals: [],
    ...judged,
    remarks: [...(work?.remarks ?? []), ...(judged.remarks ?? [])],
    score: scoreOf(judged.objectives),
    ...run,
  };
}
