/** How much processor time somebody may take. */
export interface CpuShare {
  /** Of one processor, over time: 0.25 is a quarter. */
  readonly share: number;
  /** What may be taken at once after a pause, in milliseconds. */
  readonly burstMs: number;
}

/**
 * Keeps the account of a thread that may take a share of a processor: told what it has taken and how much time has passed, both in
 * milliseconds, says for how long it has to rest. Pure but for its account.
 */
export function cpuAccount({ share, burstMs }: CpuShare): (takenMs: number, passedMs: number) => number {
  let creditMs = burstMs;
  return (takenMs, passedMs) => {
    creditMs = Math.min(burstMs, creditMs + passedMs * share - takenMs);
    return creditMs >= 0 ? 0 : -creditMs / share;
  };
}
