import type { Challenge } from '../challenge/definition.ts';
import type { Engine } from '../engine/engine.ts';
import type { Facts } from '../engine/facts.ts';
import { type PastContainer, pastContainers } from '../engine/past-containers.ts';
import { memoryOf } from '../probes/memory.ts';
import type { Probes } from '../probes/probes.ts';
import { serverOf } from '../probes/server-files.ts';
import { VolumeHelper } from '../probes/volume-helper.ts';
import { bindRoles } from './bind.ts';
import { eligibleVolumes, type StorageScene } from './bind-storage.ts';
import type { Binding } from './binding.ts';
import type { RoleOptions } from './role-options.ts';

/** More volumes than this are not looked into. */
const maxVolumes = 24;
/** For a live loop: how long what was seen in volumes holds while nothing changes on the engine, in milliseconds. */
const freshMs = 5_000;

/** True if a challenge is about volumes: its roles are found by what is kept where. */
export function isAboutVolumes(challenge: Challenge): boolean {
  return challenge.roles.some(({ kind }) => kind === 'volume');
}

/**
 * What is known of storage: the containers that are gone, by the engine's recent events, and, where inspection does not tell who
 * keeps data in which volume, the volumes that hold a database.
 */
export async function findStorage(
  challenge: Challenge,
  facts: Facts,
  engine: Engine,
  probes: Probes,
  { binds, signal }: RoleOptions,
): Promise<StorageScene> {
  const past = await rememberedPast(engine, facts, probes, signal);
  const byInspection = { past, holders: undefined };
  if (isClear(challenge, facts, bindRoles(challenge, facts, binds, new Map(), byInspection))) return byInspection;
  return { past, ...(await findHolders(challenge, facts, engine, probes, signal)) };
}

/** The engine forgets its events, for one thing because of what the lab itself does. */
async function rememberedPast(engine: Engine, facts: Facts, probes: Probes, signal: AbortSignal) {
  const now = pastContainers(await engine.recentEvents({ signal }).catch(() => []), facts);
  signal.throwIfAborted();
  const memory = memoryOf(probes);
  const before = memory.recall<readonly PastContainer[]>('past', '', Number.POSITIVE_INFINITY) ?? [];
  const past = [...now, ...before.filter(({ id }) => now.every(other => other.id !== id))];
  memory.keep('past', '', past);
  return past;
}

/** Named containers, or containers given with `--bind`, are who they are said to be, and so are the volumes they mount. */
function isClear(challenge: Challenge, { containers }: Facts, bindings: readonly Binding[]): boolean {
  const keepers = challenge.roles.filter(({ mounts }) => mounts !== undefined);
  return keepers.every(({ id }) => {
    const binding = bindings.find(({ role }) => role === id);
    const container = containers.find(one => one.id === binding?.container);
    const keeps = container?.mounts.some(({ type }) => type === 'volume') === true;
    return keeps && (binding?.how === 'name' || binding?.how === 'bind');
  });
}

type Looked = Pick<StorageScene, 'holders' | 'foreign'>;

/** The volumes that hold a database, and those that hold a server's files; no `holders` if they could not be looked into. */
async function findHolders(
  challenge: Challenge,
  facts: Facts,
  engine: Engine,
  probes: Probes,
  signal: AbortSignal,
): Promise<Looked> {
  const mounted = new Set(facts.containers.flatMap(({ mounts }) => mounts.map(({ source }) => source)));
  const volumes = eligibleVolumes(challenge, facts)
    .filter(({ name, anonymous }) => !anonymous || mounted.has(name))
    .map(({ name }) => name)
    .slice(0, maxVolumes);
  if (volumes.length === 0) return { holders: new Set() };
  const key = JSON.stringify([volumes, facts.containers.map(({ id, state, startedAt }) => [id, state, startedAt])]);
  const memory = memoryOf(probes);
  const known = memory.recall<Looked>('holders', key, freshMs);
  if (known !== undefined) return known;
  try {
    await using helper = await VolumeHelper.open(engine, volumes, undefined, signal);
    const listings = await helper.survey(signal);
    const holders = new Set(volumes.filter((_, index) => (listings[index]?.databases.length ?? 0) > 0));
    const foreign = volumes.flatMap((volume, index) => {
      const software = holders.has(volume) ? undefined : serverOf(listings[index]?.sample ?? []);
      return software === undefined ? [] : [{ volume, software }];
    });
    memory.keep('holders', key, { holders, foreign });
    return { holders, foreign };
  } catch {
    signal.throwIfAborted();
    return { holders: undefined };
  }
}
