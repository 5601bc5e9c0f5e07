import type { PartLimits } from '../../grading/part-limits.ts';
import { maxPlans } from '../../grading/submission.ts';
import { sandboxMemoryBytes } from './jobs.ts';

/** The wall clock of a script where nobody says, in milliseconds: images are built in it. */
const scriptMs = 300_000;
/** Databases take their time to start; a client that calls but once a minute is known by its log. */
const verdictMs = 30_000;
/** To open a sandbox, disturb what is in it, and tidy up. */
const aroundMs = 180_000;

/** What a run grants its submissions. Times are wall clock, in milliseconds. */
export interface RunLimits {
  readonly part: PartLimits;
  /** Of all parts of a submission together. */
  readonly submissionMs: number;
  /** How long a part may take to clean up once it was told to stop. */
  readonly timeoutMs: number;
}

/** What the command line says, in seconds. */
interface Asked {
  readonly timeout?: number | undefined;
  readonly settle?: number | undefined;
}

/** The limits of a run over so many challenges. Pure. */
export function limitsOf({ timeout, settle }: Asked, challenges: number): RunLimits {
  const granted = {
    scriptMs: timeout === undefined ? scriptMs : timeout * 1000,
    verdictMs: settle === undefined ? verdictMs : settle * 1000,
  };
  const part = {
    ...granted,
    partMs: granted.scriptMs + granted.verdictMs + aroundMs,
    graceMs: 10_000,
    outputBytes: 4 * 1024 ** 2,
    sandbox: { cpus: 2, memoryBytes: sandboxMemoryBytes, processes: 1024, diskBytes: 4 * 1024 ** 3 },
  };
  // Each of them by all of its plans, and one of them again.
  return { part, submissionMs: (challenges * maxPlans + 1) * part.partMs, timeoutMs: 60_000 };
}
