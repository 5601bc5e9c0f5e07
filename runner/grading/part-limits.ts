import type { SandboxLimits } from './sandbox/sandbox.ts';

/** What one part may take. Times are wall clock, in milliseconds. */
export interface PartLimits {
  /** Of its script. */
  readonly scriptMs: number;
  /** After the script, until verdicts are what they are. */
  readonly verdictMs: number;
  /** Of one try, from opening its sandbox to the last verdict. */
  readonly partMs: number;
  /** How long a docker command in the foreground holds the script up before it is left running. */
  readonly graceMs: number;
  /** Bytes of output after which the script is ended. */
  readonly outputBytes: number;
  readonly sandbox: SandboxLimits;
}
