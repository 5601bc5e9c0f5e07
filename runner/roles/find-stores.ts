import type { Challenge } from '../challenge/definition.ts';
import type { ContainerFacts } from '../engine/facts.ts';
import { askStores, storesSpoken } from '../probes/ask-stores.ts';
import type { Probe } from '../probes/probe.ts';
import { type Sighting, sightingOf } from '../probes/sighting.ts';
import type { Binding } from './binding.ts';
import { isInfrastructure, isStore, storePorts } from './clues.ts';

/** What the probes have seen until now, by container. */
export function sightingsOf(opened: ReadonlyMap<string, Probe>): Map<string, Sighting> {
  return new Map([...opened].map(([id, probe]) => [id, sightingOf(probe.observations, storesSpoken(probe))]));
}

/** Asks those containers whether they are stores of which only that tells whether they may play a role. */
export async function askWhetherStores(
  challenge: Challenge,
  watched: readonly ContainerFacts[],
  opened: ReadonlyMap<string, Probe>,
  bindings: readonly Binding[],
  signal: AbortSignal,
): Promise<void> {
  const isAsked = challenge.roles.some(isStore) ? mayBeStore : looksLikeStore;
  await Promise.all(
    watched.map(async container => {
      const probe = opened.get(container.id);
      if (probe !== undefined && isAsked(container, probe, challenge, bindings)) await askStores(probe, signal);
    }),
  );
}

/** It is not plainly one of the challenge's stores, has no other role by its name, and one of the stores is not plain yet. */
function mayBeStore(container: ContainerFacts, _: Probe, { roles }: Challenge, bindings: readonly Binding[]): boolean {
  const stores = new Set(roles.filter(isStore).map(({ id }) => id));
  const isPlain = ({ role, container: found, how, clues }: Binding) =>
    stores.has(role) && found !== undefined && (how === 'bind' || clues.some(({ kind }) => kind === 'software'));
  const plain = bindings.filter(isPlain);
  const own = bindings.find(binding => binding.container === container.id);
  const hasOtherRole = own !== undefined && !stores.has(own.role) && (own.how === 'name' || own.how === 'bind');
  return plain.length < stores.size && !plain.some(it => it.container === container.id) && !hasOtherRole;
}

/** Where no store is looked for: what looks like one is asked before it is taken for a program that serves HTTP. */
function looksLikeStore(container: ContainerFacts, probe: Probe): boolean {
  const { listens } = sightingOf(probe.observations);
  return isInfrastructure(container.image) || (listens.length > 0 && listens.every(({ port }) => storePorts.has(port)));
}
