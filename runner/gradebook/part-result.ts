import type { Message } from '../base/message.ts';
import type { Challenge } from '../challenge/definition.ts';
import { scoreOf } from '../verdict/report.ts';
import type { PartResult } from './result.ts';

/** What is known of a part once it is judged; the rest of its result follows from the part itself. */
export type Judged = Pick<PartResult, 'outcome' | 'objectives'> &
  Partial<Pick<PartResult, 'reason' | 'bindings' | 'script' | 'logs' | 'refusals' | 'remarks'>>;

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
  readonly part: HandedIn | undefined;
}

/** The whole result of a part, with the part's own remarks first. Pure. */
export function partResult(
  { challenge, part }: Judging,
  judged: Judged,
  run: Pick<PartResult, 'digest' | 'attempts' | 'at' | 'durationMs'>,
): PartResult {
  return {
    challenge: challenge.id,
    path: part?.path ?? '',
    instructions: part?.plan.file ?? '',
    bindings: [],
    logs: [],
    refusals: [],
    ...judged,
    remarks: [...(part?.remarks ?? []), ...(judged.remarks ?? [])],
    score: scoreOf(judged.objectives),
    ...run,
  };
}
