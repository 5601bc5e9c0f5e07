import type { Challenge } from '../../../challenge/definition.ts';
import type { ContainerFacts, Facts } from '../../../engine/facts.ts';
import { type Belonging, suggestedVolumes } from './belongs.ts';
import type { Cast } from './casting.ts';
import type { VolumeThing } from './scene.ts';

/** The challenge's volumes, what is missing of them, and the folders of the host that its containers mount. */
export function volumeThings(
  challenge: Challenge,
  facts: Facts,
  belonging: Belonging,
  casting: readonly Cast[],
): VolumeThing[] {
  const { containers } = belonging;
  const rolesOf = (volume: string) =>
    casting
      .filter(({ kind, player, part }) => kind === 'volume' && (player === volume || part.candidates.includes(volume)))
      .map(({ part }) => part);
  const there = facts.volumes
    .filter(({ name }) => belonging.volumes.has(name))
    .map(({ name, anonymous }): VolumeThing => {
      const mounts = mountsOf(name, containers);
      return { kind: 'volume', id: `volume:${name}`, name, ghost: false, anonymous, roles: rolesOf(name), mounts };
    });
  const folders = [...new Set(containers.flatMap(bindMounts))].map((name): VolumeThing => {
    const mounts = mountsOf(name, containers);
    return { kind: 'bind', id: `bind:${name}`, name, ghost: false, anonymous: false, roles: [], mounts };
  });
  const weight = (thing: VolumeThing) => (thing.roles.length > 0 ? 0 : thing.anonymous ? 2 : 1);
  return [
    ...there.sort((one, other) => weight(one) - weight(other) || one.name.localeCompare(other.name)),
    ...ghostsOf(challenge, facts, belonging, casting),
    ...folders,
  ];
}

function ghostsOf(
  challenge: Challenge,
  facts: Facts,
  { volumes, containers }: Belonging,
  casting: readonly Cast[],
): VolumeThing[] {
  const ghost = (name: string, part: Cast['part']): VolumeThing[] =>
    volumes.has(name)
      ? []
      : [{ kind: 'volume', id: `volume?${name}`, name, ghost: true, anonymous: false, roles: [part], mounts: [] }];
  const unplayed = casting.filter(
    ({ kind, player, part }) => kind === 'volume' && player === undefined && part.candidates.length === 0,
  );
  const keepers = challenge.objectives.flatMap(({ check }) => {
    const role = check.kind === 'data-on-named-volume' ? check.role : undefined;
    return casting.filter(({ part }) => part.role === role);
  });
  const named = new Set(facts.volumes.filter(({ anonymous }) => !anonymous).map(({ name }) => name));
  const bare = keepers.filter(({ player }) => {
    const mounts = containers.find(({ name }) => name === player)?.mounts ?? [];
    return !mounts.some(({ type, source }) => type === 'volume' && named.has(source));
  });
  return [
    ...unplayed.flatMap(({ suggested, part }) => ghost(suggested, part)),
    ...bare.flatMap(({ part }) => {
      const role = challenge.roles.find(({ id }) => id === part.role);
      return role === undefined ? [] : suggestedVolumes(role).flatMap(name => ghost(name, part));
    }),
  ];
}

function mountsOf(source: string, containers: readonly ContainerFacts[]): VolumeThing['mounts'] {
  return containers.flatMap(({ name, mounts }) =>
    mounts
      .filter(mount => mount.source === source && (mount.type === 'volume' || mount.type === 'bind'))
      .map(({ target, writable }) => ({ container: name, target, writable })),
  );
}

function bindMounts({ mounts }: ContainerFacts): string[] {
  return mounts.filter(({ type }) => type === 'bind').map(({ source }) => source);
}
