import type { Clock } from '../engine/engine.ts';
import type { ContainerFacts, Facts } from '../engine/facts.ts';
import { type CallEvidence, readCalls } from './calls.ts';
import type { Probe } from './probe.ts';

/** The kernel's tables are read again this often: what capture misses shows there. In milliseconds. */
const lookMs = 1_000;

/** Old observations say nothing about now. In milliseconds. */
const rememberMs = 600_000;

/** For how long to watch. */
export interface Watch {
  /** Says whether enough was seen. */
  readonly settled: (evidence: CallEvidence) => boolean;
  readonly clock: Clock;
  readonly deadlineMs: number;
}

/**
 * Passive: watches one container call another until enough was seen, or the deadline has passed. `callee` has no probe where
 * none could join it.
 */
export async function watchCalls(
  pair: { caller: ContainerFacts; callee: ContainerFacts; facts: Facts },
  probes: { caller: Probe; callee: Probe | undefined },
  { settled, clock, deadlineMs }: Watch,
  signal: AbortSignal,
): Promise<CallEvidence> {
  const began = performance.now();
  const read = () => {
    const oldest = clock() - rememberMs;
    const recent = (probe: Probe | undefined) =>
      (probe?.observations ?? []).filter(({ kind, at }) => at >= oldest || kind === 'ready');
    const observed = { caller: recent(probes.caller), callee: recent(probes.callee) };
    return readCalls(pair.caller, pair.callee, pair.facts, observed);
  };
  const isSettled = () => settled(read());
  for (;;) {
    await Promise.all([probes.caller.snapshot(signal), probes.callee?.snapshot(signal)]);
    const leftMs = deadlineMs - (performance.now() - began);
    if (isSettled() || leftMs <= 0) return read();
    await probes.caller.until(isSettled, Math.min(lookMs, leftMs), signal);
  }
}
