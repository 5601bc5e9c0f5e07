import type { Challenge } from '../challenge/definition.ts';
import type { PartLimits } from './part-limits.ts';
import type { Phase } from './phase.ts';
import type { Sandboxes } from './sandbox/sandbox.ts';
import type { StallWatch } from './stall-watch.ts';

/** What a part is judged with. */
export interface GradeContext {
  readonly challenge: Challenge;
  readonly sandboxes: Sandboxes;
  readonly limits: PartLimits;
  readonly signal: AbortSignal;
  readonly onPhase: (phase: Phase) => void;
  /** Watches whether the grader itself is held up, for one try; `watchStalls` where it is left out. */
  readonly watchStalls?: () => StallWatch;
  /** Of all that decides the result. */
  readonly digest: string;
}
