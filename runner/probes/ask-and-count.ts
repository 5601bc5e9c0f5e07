import type { HttpOutcome } from '../../lab-images/probe/protocol.ts';
import type { ContainerFacts, Facts } from '../engine/facts.ts';
import { type CallEvidence, readCalls } from './calls.ts';
import type { Probe } from './probe.ts';

/** One request to a container, its answer, and whom it called meanwhile. */
export interface Asked {
  readonly path: string;
  readonly port: number;
  readonly outcome: HttpOutcome;
  /** How long its calls were counted, in milliseconds: somewhat longer than the answer took. */
  readonly watchedMs: number;
  /** By role: what the asked container was seen doing towards that role's container while it answered. */
  readonly calls: Readonly<Record<string, CallEvidence>>;
}

/** Who is asked and who may be called: containers with their probes. */
export interface Parties {
  readonly asked: { readonly container: ContainerFacts; readonly probe: Probe; readonly address: string };
  /** By role. */
  readonly others: Readonly<Record<string, { readonly container: ContainerFacts; readonly probe: Probe | undefined }>>;
  readonly facts: Facts;
}

/**
 * Active, but gentle: one GET to a container at its own address, from inside its own network namespace, and what it did
 * towards the others between the request and the answer, as both sides' namespaces show it.
 */
export async function askAndCount(
  { asked, others, facts }: Parties,
  request: {
    readonly path: string;
    readonly port: number;
    readonly timeoutMs: number;
    readonly host?: string;
    readonly mostBody?: number;
  },
  signal: AbortSignal,
): Promise<Asked> {
  const probes = [asked.probe, ...Object.values(others).flatMap(({ probe }) => probe ?? [])];
  await Promise.all(probes.map(probe => probe.snapshot(signal)));
  const began = performance.now();
  const marks = new Map(probes.map(probe => [probe, probe.observations.length]));
  const { path, port, host = `${asked.container.name}:${port}` } = request;
  const outcome = await asked.probe.http({ ...request, address: asked.address, host }, signal);
  await Promise.all(probes.map(probe => probe.snapshot(signal)));
  const watchedMs = Math.round(performance.now() - began);
  const since = (probe: Probe | undefined) => probe?.observations.slice(marks.get(probe)) ?? [];
  const ready = asked.probe.observations.filter(({ kind }) => kind === 'ready');
  const calls = Object.fromEntries(
    Object.entries(others).map(([role, { container, probe }]) => {
      // Connections that were closed before the request stand in the tables too: only what was seen on the wire counts.
      const seen = readCalls(asked.container, container, facts, {
        caller: [...ready, ...since(asked.probe)],
        callee: since(probe),
      });
      return [role, { ...seen, calls: seen.calls.filter(({ sign }) => sign !== 'closed') }];
    }),
  );
  return { path, port, outcome, watchedMs, calls };
}
