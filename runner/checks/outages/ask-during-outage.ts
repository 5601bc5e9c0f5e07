import { setTimeout as pause } from 'node:timers/promises';
import type { HttpOutcome, HttpTarget } from '../../../lab-images/probe/protocol.ts';
import { type Engine, EngineError, type Journal } from '../../engine/engine.ts';
import type { ContainerFacts } from '../../engine/facts.ts';
import type { OutageEvidence } from '../../probes/evidence/request-evidence.ts';
import { duringOutage, keepingAlive } from '../../probes/outage.ts';
import type { Probe } from '../../probes/probe.ts';
import type { Probes } from '../../probes/probes.ts';

/** How soon somebody who asks should be told that it does not work now, in milliseconds. */
const withinMs = 8_000;
/** How long the callee may take to start, and then the caller to find it again, in milliseconds. */
const startMs = 20_000;
const backMs = 5_000;
const betweenMs = 250;

/** What is needed of a run. */
export interface Means {
  readonly engine: Engine;
  readonly probes: Probes;
  readonly options: { readonly journal: Journal };
}

/** Where the caller is asked, and where the callee answers. */
export interface Target {
  readonly address: string;
  readonly port: number;
  readonly path: string;
  readonly callee: { readonly network: string; readonly port: number };
}

/**
 * Disruptive: stops the callee, asks the caller for a page that needs it, starts it again, and asks until the caller
 * answers well again. What is stopped is started whatever happens (see `duringOutage`), and so is a caller that ends.
 */
export function askDuringOutage(
  means: Means,
  pair: { readonly caller: ContainerFacts; readonly callee: ContainerFacts },
  target: Target,
  signal: AbortSignal,
): Promise<OutageEvidence> {
  const { engine, options } = means;
  return keepingAlive(engine, options.journal, pair.caller, () => stopAndAsk(means, pair, target, signal));
}

async function stopAndAsk(
  { engine, probes, options }: Means,
  { caller, callee }: { readonly caller: ContainerFacts; readonly callee: ContainerFacts },
  target: Target,
  signal: AbortSignal,
): Promise<OutageEvidence> {
  const { address, port, path } = target;
  const ask = async (timeoutMs: number) => {
    const probe = await probes.of(caller, signal);
    return probe === undefined ? undefined : askOnce(probe, caller, { address, port, path, timeoutMs }, signal);
  };
  const timedAsk = async () => {
    const began = performance.now();
    return { outcome: await ask(withinMs), ms: Math.round(performance.now() - began) };
  };
  const during = await duringOutage(engine, options.journal, callee, timedAsk, signal);
  await untilAnswering({ engine, probes, options }, callee.id, target.callee, signal);
  const restarted = performance.now();
  const leftMs = () => backMs - (performance.now() - restarted);
  let after = await ask(backMs);
  while (!isWell(after) && leftMs() > 0 && !(await hasEnded(engine, caller, signal))) {
    await pause(betweenMs, undefined, { signal });
    after = await ask(Math.max(1_000, Math.round(leftMs())));
  }
  const ms = Math.round(performance.now() - restarted);
  return {
    path,
    status: statusOf(during.outcome),
    ms: during.ms,
    withinMs,
    crashed: await hasEnded(engine, caller, signal),
    back: { well: isWell(after), status: statusOf(after), ms },
  };
}

/** Waits until a container that was started answers HTTP again; its address may be a new one. */
async function untilAnswering(
  { engine, probes }: Means,
  id: string,
  { network, port }: Target['callee'],
  signal: AbortSignal,
): Promise<void> {
  const began = performance.now();
  while (performance.now() - began < startMs) {
    const container = (await engine.facts({ signal })).containers.find(candidate => candidate.id === id);
    const probe = container && (await probes.of(container, signal));
    if (container === undefined || probe === undefined) return;
    const address = container.networks.find(at => at.network === network)?.address ?? '';
    const outcome = await askOnce(probe, container, { address, port, path: '/', timeoutMs: 2_000 }, signal);
    if (outcome?.ok) return;
    await pause(betweenMs, undefined, { signal });
  }
}

/** `undefined` if the caller's container ended under the question: its probe ends with it. */
async function askOnce(
  probe: Probe,
  { name }: ContainerFacts,
  target: Omit<HttpTarget, 'host'>,
  signal: AbortSignal,
): Promise<HttpOutcome | undefined> {
  try {
    return await probe.http({ ...target, host: `${name}:${target.port}` }, signal);
  } catch (error) {
    if (error instanceof EngineError && error.kind === 'other') return undefined;
    throw error;
  }
}

async function hasEnded(engine: Engine, caller: ContainerFacts, signal: AbortSignal): Promise<boolean> {
  const { containers } = await engine.facts({ signal });
  return !containers.some(
    ({ id, state, startedAt }) => id === caller.id && state === 'running' && startedAt === caller.startedAt,
  );
}

const statusOf = (outcome: HttpOutcome | undefined) => (outcome?.ok ? outcome.status : undefined);

const isWell = (outcome: HttpOutcome | undefined) => outcome?.ok === true && outcome.status < 400;
