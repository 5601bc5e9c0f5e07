import type { Challenge } from '../challenge/definition.ts';
import type { ContainerFacts, Facts } from '../engine/facts.ts';
import { callsSeen, type Sighting } from '../probes/sighting.ts';
import { bindContainers, candidatesFor, type View } from './bind-containers.ts';
import { bindPast, bindVolume, noStorage, type StorageScene } from './bind-storage.ts';
import type { Binding, Binds } from './binding.ts';
import { isWhole, partsOfOthers } from './set-aside.ts';

/**
 * Finds who plays the roles of a challenge: as `binds` (role → container name or id) says, else the casting of all roles
 * together that the most evidence speaks for. Pure.
 */
export function bindRoles(
  challenge: Challenge,
  facts: Facts,
  binds: Binds,
  sightings: ReadonlyMap<string, Sighting>,
  storage: StorageScene = noStorage,
): Binding[] {
  const view = viewOf(challenge, facts, binds, sightings, storage);
  const players = bindOwn(challenge, view, binds).bindings.map(binding => {
    const role = challenge.roles.find(({ id }) => id === binding.role);
    const isOpen = binding.how === 'none' && binds[binding.role] === undefined;
    return (isOpen && role?.mounts !== undefined ? bindPast(role, facts, storage) : undefined) ?? binding;
  });
  return challenge.roles.flatMap(role => {
    const keeper = players.find(({ role: id }) =>
      challenge.roles.some(it => it.id === id && it.mounts?.includes(role.id)),
    );
    if (role.kind === 'volume') return [bindVolume(role, challenge, facts, binds, keeper, storage)];
    return players.filter(binding => binding.role === role.id);
  });
}

/** The containers whose namespaces would tell more about the roles: worth a probe. */
export function worthProbing(challenge: Challenge, facts: Facts, binds: Binds): ContainerFacts[] {
  const view = viewOf(challenge, facts, binds, new Map(), noStorage);
  const scene = { ...view, challenge: challenge.id, aside: bindOwn(challenge, view, binds).aside };
  return candidatesFor(challenge, scene, binds).filter(container => container.state === 'running');
}

/** The containers but for those that are a part of another challenge, as far as inspection and what was seen tell. */
export function ownContainers(
  challenge: Challenge,
  facts: Facts,
  binds: Binds,
  sightings: ReadonlyMap<string, Sighting> = new Map(),
): ContainerFacts[] {
  const { aside } = bindOwn(challenge, viewOf(challenge, facts, binds, sightings, noStorage), binds);
  return facts.containers.filter(({ id }) => !aside.has(id));
}

function viewOf(
  { roles }: Challenge,
  facts: Facts,
  binds: Binds,
  sightings: ReadonlyMap<string, Sighting>,
  { holders }: StorageScene,
): View {
  const explicitVolumes = roles.flatMap(({ id, kind }) => (kind === 'volume' ? (binds[id] ?? []) : []));
  const known = explicitVolumes.length > 0 ? new Set(explicitVolumes) : holders;
  return {
    ...{ facts, sightings, calls: callsSeen(sightings, facts) },
    ...(known === undefined ? {} : { holders: known }),
  };
}

/**
 * Who plays the roles, without what is a part of another challenge: unless that makes this one whole, too, and nothing else
 * has to do with it.
 */
function bindOwn(challenge: Challenge, view: View, binds: Binds): { bindings: Binding[]; aside: ReadonlySet<string> } {
  const all = bindContainers(challenge, view, binds);
  const nobody = { bindings: all, aside: new Set<string>() };
  // Whatever else there is, it could take no role from these.
  if (
    all.every(({ clues }) => clues.some(({ kind }) => kind === 'suggested-name')) &&
    isWhole(challenge, all, view.facts)
  )
    return nobody;
  const parts = partsOfOthers(challenge, all, view.facts, other => bindContainers(other, view, {}));
  if (parts.size === 0) return nobody;
  const aside = new Set(parts.keys());
  const own = bindContainers(challenge, { ...view, aside }, binds);
  if (
    isWhole(challenge, all, view.facts) &&
    own.every(({ container, how }) => container === undefined && how === 'none')
  )
    return nobody;
  const bindings = own.map((binding, index) => {
    const { container, name } = all[index] ?? binding;
    const other = container === undefined || binds[binding.role] !== undefined ? undefined : parts.get(container);
    return other === undefined || name === undefined
      ? binding
      : { ...binding, leftOut: { name, challenge: other.number } };
  });
  return { bindings, aside };
}
