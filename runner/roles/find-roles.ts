import type { Challenge } from '../challenge/definition.ts';
import type { Engine } from '../engine/engine.ts';
import type { Facts } from '../engine/facts.ts';
import type { Probe } from '../probes/probe.ts';
import type { Probes } from '../probes/probes.ts';
import { bindRoles, worthProbing } from './bind.ts';
import type { StorageScene } from './bind-storage.ts';
import { type Binding, ofContainers } from './binding.ts';
import { isAboutGateways } from './find-behind-gateway.ts';
import { findByAsking, isAboutRequests } from './find-by-asking.ts';
import { askWhetherStores, sightingsOf } from './find-stores.ts';
import type { RoleOptions } from './role-options.ts';

/** How long the roles may be looked for while calls may still show who is who. In milliseconds. */
const maxMs = 2_500;

/**
 * Finds who plays what among those that call each other: by inspection where that is clear, else with what probes see of the
 * likeliest containers.
 */
export async function findRoles(
  challenge: Challenge,
  facts: Facts,
  engine: Engine,
  probes: Probes,
  options: RoleOptions,
  storage: StorageScene,
): Promise<Binding[]> {
  const { binds, waitMs, signal } = options;
  const byInspection = bindRoles(challenge, facts, binds, new Map(), storage);
  const bound = new Set(ofContainers(challenge, byInspection).map(binding => binding.container));
  const watched = bound.has(undefined)
    ? worthProbing(challenge, facts, binds)
    : facts.containers.filter(container => bound.has(container.id));
  const opened = new Map<string, Probe>();
  await Promise.all(
    watched.map(async container => {
      const probe = await probes.of(container, signal);
      if (probe !== undefined) opened.set(container.id, probe);
    }),
  );
  const find = () => bindRoles(challenge, facts, binds, sightingsOf(opened), storage);
  await askWhetherStores(challenge, watched, opened, find(), signal);
  const isBound = () => ofContainers(challenge, find()).every(binding => binding.container !== undefined);
  if (isAboutRequests(challenge))
    return findByAsking(challenge, { facts, found: find(), engine, probes, storage }, options);
  // One alone calls nobody: there is nothing to wait for. Nor is there behind a gateway, before somebody asks.
  const longestMs = Math.min(maxMs, waitMs);
  if (opened.size > 1 && longestMs > 0 && !isAboutGateways(challenge))
    await untilAny([...opened.values()], isBound, longestMs, signal);
  return find();
}

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
