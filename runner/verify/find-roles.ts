import type { Challenge } from '../challenge/definition.ts';
import type { Facts } from '../engine/facts.ts';
import { askWhoCalls } from '../experiments/ask-who-calls.ts';
import type { Probe } from '../experiments/probe.ts';
import type { Probes } from '../experiments/probes.ts';
import { type Binding, bindRoles, worthProbing } from '../roles/bind.ts';
import { sightingOf } from '../roles/sighting.ts';
import type { GatherOptions } from './run.ts';

/** How long the roles may be looked for while calls may still show who is who. In milliseconds. */
const mostMs = 2_500;

/** Finds who plays what: by inspection where that is clear, else with what probes see of the likeliest containers. */
export async function findRoles(
  challenge: Challenge,
  facts: Facts,
  probes: Probes,
  { binds, waitMs, signal }: GatherOptions,
): Promise<Binding[]> {
  const byInspection = bindRoles(challenge, facts, binds, new Map());
  const bound = new Set(byInspection.map(binding => binding.container));
  const watched =
    bound.has(undefined) || (isAsked(challenge) && !byInspection.every(isSure))
      ? worthProbing(challenge, facts, binds)
      : facts.containers.filter(container => bound.has(container.id));
  const opened = new Map<string, Probe>();
  await Promise.all(
    watched.map(async container => {
      const probe = await probes.of(container, signal);
      if (probe !== undefined) opened.set(container.id, probe);
    }),
  );
  const find = () =>
    bindRoles(challenge, facts, binds, new Map([...opened].map(([id, probe]) => [id, sightingOf(probe.observations)])));
  const isBound = () => find().every(binding => binding.container !== undefined);
  const isClear = () => find().every(isSure);
  if (isAsked(challenge) && opened.size > 1 && !isClear()) {
    const candidates = watched.flatMap(container => {
      const probe = opened.get(container.id);
      return probe === undefined ? [] : [{ container, probe }];
    });
    await askWhoCalls(candidates, facts, isClear, signal);
    return find();
  }
  // One alone calls nobody: there is nothing to wait for.
  if (opened.size > 1) await untilAny([...opened.values()], isBound, Math.min(mostMs, waitMs), signal);
  return find();
}

/** True where nobody calls of their own accord, so that only asking shows who is who. */
const isAsked = ({ objectives }: Challenge) => objectives.some(({ check }) => check.kind === 'calls-on-request');

/** Words in names can mislead: who was named, or is seen or told to call, is sure. */
const isSure = ({ container, how, clues }: Binding) =>
  how === 'bind' ||
  (container !== undefined &&
    clues.some(({ kind }) => ['suggested-name', 'made-by-lab', 'calls', 'mentions'].includes(kind)));

/** Waits for a condition that any of the probes may make true. */
async function untilAny(
  probes: readonly Probe[],
  condition: () => boolean,
  deadlineMs: number,
  signal: AbortSignal,
): Promise<void> {
  const settled = new AbortController();
  const either = AbortSignal.any([settled.signal, signal]);
  const waiting = probes.map(probe => probe.until(condition, deadlineMs, either).catch(() => false));
  await Promise.race(waiting).finally(() => settled.abort());
  signal.throwIfAborted();
}
