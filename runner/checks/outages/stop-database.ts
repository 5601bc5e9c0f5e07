import { setTimeout as wait } from 'node:timers/promises';
import type { HttpOutcome } from '../../../lab-images/probe/protocol.ts';
import { type Engine, EngineError, type Journal } from '../../engine/engine.ts';
import type { ContainerFacts } from '../../engine/facts.ts';
import type { DatabaseOutage } from '../../probes/evidence/store-evidence.ts';
import { duringOutage, keepingAlive } from '../../probes/outage.ts';
import type { Probe } from '../../probes/probe.ts';
import type { Probes } from '../../probes/probes.ts';

/** How long an API may take to say that its database is gone. */
const answerMs = 10_000;
const recoverMs = 15_000;
const retryDelayMs = 200;

/**
 * Disruptive: stops the database, asks the API for the page that counts visits, starts the database again, and asks until
 * the API answers without failure. An API that ended because of that is started again too.
 */
export async function stopDatabase(
  engine: Engine,
  journal: Journal,
  { api, database }: { readonly api: ContainerFacts; readonly database: ContainerFacts },
  page: { readonly address: string; readonly port: number; readonly path: string },
  probes: Probes,
  signal: AbortSignal,
): Promise<DatabaseOutage> {
  const ask = async (timeoutMs: number): Promise<HttpOutcome> => {
    const probe = await probeOf(engine, api.id, probes, signal);
    const host = `${api.name}:${page.port}`;
    const asked = probe?.http({ ...page, host, timeoutMs }, signal).catch(outcomeOfGone);
    return (await asked) ?? gone;
  };
  return keepingAlive(engine, journal, api, async () => {
    const during = await duringOutage(engine, journal, database, () => ask(answerMs), signal);
    const began = performance.now();
    let after: HttpOutcome | undefined;
    let recoveredMs: number | undefined;
    let ended = !during.ok && (await hasEnded(engine, api, signal));
    // What has failed already need not be waited for.
    const mayPass = during.ok && during.status >= 400;
    while (mayPass && !ended && recoveredMs === undefined && performance.now() - began < recoverMs) {
      after = await ask(answerMs);
      if (after.ok && after.status < 400) recoveredMs = Math.round(performance.now() - began);
      else if (!after.ok && (await hasEnded(engine, api, signal))) ended = true;
      else await wait(retryDelayMs, undefined, { signal });
    }
    return { path: page.path, during, ended, recoveredMs, after };
  });
}

const gone: HttpOutcome = { ok: false, reason: 'closed', detail: 'the container ended' };

/** A probe ends with the container that it watches. */
function outcomeOfGone(error: unknown): HttpOutcome {
  if (error instanceof EngineError && error.kind === 'other') return gone;
  throw error;
}

async function probeOf(engine: Engine, id: string, probes: Probes, signal: AbortSignal): Promise<Probe | undefined> {
  const { containers } = await engine.facts({ signal });
  const container = containers.find(candidate => candidate.id === id);
  return container && probes.of(container, signal);
}

async function hasEnded(engine: Engine, { id }: ContainerFacts, signal: AbortSignal): Promise<boolean> {
  const { containers } = await engine.facts({ signal });
  const state = containers.find(container => container.id === id)?.state;
  return state !== 'running' && state !== 'restarting';
}
