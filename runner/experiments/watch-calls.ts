import type { ContainerFacts, Facts } from '../engine/facts.ts';
import { type CallEvidence, readCalls } from './calls.ts';
import type { Probe } from './probe.ts';

/** The kernel's tables are read again this often: what capture misses shows there. In milliseconds. */
const lookMs = 1_000;

/** Old observations say nothing about now. In milliseconds. */
const rememberMs = 600_000;

/**
 * Passive: watches one container call another until `settled` says that enough was seen, or `deadlineMs` have passed.
 * `callee` has no probe where none could join it.
 */
export async function watchCalls(
  pair: { caller: ContainerFacts; callee: ContainerFacts; facts: Facts },
  probes: { caller: Probe; callee: Probe | undefined },
  settled: (evidence: CallEvidence) => boolean,
  deadlineMs: number,
  signal: AbortSignal,
): Promise<CallEvidence> {
  const began = performance.now();
  const read = () => {
    const oldest = Date.now() - rememberMs;
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
