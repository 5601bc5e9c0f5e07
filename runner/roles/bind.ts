import type { Challenge, Role } from '../challenge/definition.ts';
import type { ContainerFacts, Facts } from '../engine/facts.ts';
import { label } from '../engine/labels.ts';
import { bindPast, bindVolume, hasTag, noStorage, type StorageScene } from './bind-storage.ts';
import { type Clue, pairClues, type Scene, soloClues } from './clues.ts';
import { oncePer, oncePerPair } from './memo.ts';
import { callsSeen, type Sighting } from './sighting.ts';

/** Which container (or volume) plays a role, how that was found, and what spoke for it. */
export interface Binding {
  readonly role: string;
  /** The container's id; undefined where none was found or several could be meant. */
  readonly container: string | undefined;
  /** For roles that volumes play: the volume's name. */
  readonly volume?: string;
  /** Where the role's container is gone: the image that it ran from. */
  readonly image?: string;
  readonly name: string | undefined;
  readonly how: 'bind' | 'name' | 'structure' | 'none' | 'ambiguous';
  readonly clues: readonly Clue[];
  /** Where it is ambiguous: the names of those that could be meant. */
  readonly rivals: readonly string[];
}

/** Role → name, or a container's id, as a person gave them. */
export type Binds = Readonly<Record<string, string>>;

/** Below this much evidence a container is somebody else's business. */
const enough = 7;

/** Two ways to cast the roles that are closer than this cannot be told apart. */
const margin = 3;

/** The search looks at the most promising containers only, so that a crowded engine costs no more. */
const mostCandidates = 10;

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
  const players = bindContainers(challenge, facts, binds, sightings, storage).map(binding => {
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

function bindContainers(
  whole: Challenge,
  facts: Facts,
  binds: Binds,
  sightings: ReadonlyMap<string, Sighting>,
  { holders }: StorageScene,
): Binding[] {
  const challenge = { ...whole, roles: whole.roles.filter(({ kind }) => kind !== 'volume') };
  const explicitVolumes = whole.roles.flatMap(({ id, kind }) => (kind === 'volume' ? (binds[id] ?? []) : []));
  const scene: Scene = {
    ...{ challenge: challenge.id, facts, sightings, calls: callsSeen(sightings, facts) },
    holders: explicitVolumes.length > 0 ? new Set(explicitVolumes) : (holders ?? new Set()),
  };
  const castings = allCastings(challenge.roles, candidatesFor(challenge, scene, binds), scene, binds);
  const [best] = castings;
  return challenge.roles.map((role, index) => {
    const explicit = binds[role.id];
    const chosen = best?.players[index];
    if (explicit !== undefined) return explicitBinding(role, explicit, facts);
    if (best === undefined || chosen === undefined) return unbound(role);
    const rivals = castings
      .filter(casting => casting.players[index]?.id !== chosen.id && best.weight - casting.weight < margin)
      .flatMap(casting => casting.players[index]?.name ?? []);
    const clues = cluesOf(challenge.roles, best.players, index, scene);
    if (rivals.length > 0) {
      return { ...unbound(role), how: 'ambiguous', rivals: [...new Set([chosen.name, ...rivals])].sort(), clues };
    }
    return { role: role.id, container: chosen.id, name: chosen.name, how: howFound(clues), clues, rivals: [] };
  });
}

/** The containers whose namespaces would tell more about the roles: worth a probe. */
export function worthProbing(challenge: Challenge, facts: Facts, binds: Binds): ContainerFacts[] {
  const scene: Scene = { challenge: challenge.id, facts, sightings: new Map(), calls: [] };
  return candidatesFor(challenge, scene, binds).filter(container => container.state === 'running');
}

export function findContainer(facts: Facts, nameOrId: string): ContainerFacts | undefined {
  const wanted = nameOrId.replace(/^\//, '');
  return (
    facts.containers.find(container => container.name === wanted) ??
    facts.containers.find(container => wanted.length >= 4 && container.id.startsWith(wanted))
  );
}

const unbound = (role: Role): Binding => ({
  role: role.id,
  container: undefined,
  name: undefined,
  how: 'none',
  clues: [],
  rivals: [],
});

function explicitBinding(role: Role, wanted: string, facts: Facts): Binding {
  const container = findContainer(facts, wanted);
  if (container === undefined && role.mounts !== undefined && hasTag(facts, wanted))
    return { ...unbound(role), name: wanted, image: wanted, how: 'bind' };
  return {
    role: role.id,
    container: container?.id,
    name: container?.name,
    how: container ? 'bind' : 'none',
    clues: [],
    rivals: [],
  };
}

function howFound(clues: readonly Clue[]): 'name' | 'structure' {
  return clues.some(clue => clue.kind === 'suggested-name' || (clue.kind === 'word' && clue.weight >= 8))
    ? 'name'
    : 'structure';
}

function candidatesFor(challenge: Challenge, scene: Scene, binds: Binds): ContainerFacts[] {
  const bound = new Set(Object.values(binds).map(name => findContainer(scene.facts, name)?.id));
  const eligible = scene.facts.containers.filter(container => isEligible(container, challenge.id));
  const { solo } = cluesIn(scene);
  const paired = bestPairs(eligible, scene);
  const promise = (container: ContainerFacts) => {
    const own = Math.max(...challenge.roles.map(role => sum(solo(role, container))));
    return own + (paired.get(container) ?? 0) + (bound.has(container.id) ? 1_000 : 0);
  };
  return eligible
    .map(container => ({ container, promise: promise(container) }))
    .sort((one, other) => other.promise - one.promise)
    .slice(0, mostCandidates)
    .map(({ container }) => container);
}

/** What speaks most for each container having to do with some other one, either way round. */
function bestPairs(containers: readonly ContainerFacts[], scene: Scene): Map<ContainerFacts, number> {
  const best = new Map<ContainerFacts, number>();
  for (const [index, one] of containers.entries()) {
    for (const other of containers.slice(index + 1)) {
      const weight = Math.max(sum(pairClues(one, other, scene)), sum(pairClues(other, one, scene)));
      if (weight <= 0) continue;
      best.set(one, Math.max(best.get(one) ?? 0, weight));
      best.set(other, Math.max(best.get(other) ?? 0, weight));
    }
  }
  return best;
}

/** The lab's own helpers play no role, nor does what `lab up` made for another challenge. */
function isEligible(container: ContainerFacts, challenge: string): boolean {
  if (label.session in container.labels) return false;
  const madeFor = container.labels[label.challenge];
  return madeFor === undefined || madeFor === challenge;
}

interface Casting {
  readonly players: readonly (ContainerFacts | undefined)[];
  readonly weight: number;
}

/** Every way to give the roles to different candidates (or to nobody), the likeliest first. */
function allCastings(
  roles: readonly Role[],
  candidates: readonly ContainerFacts[],
  scene: Scene,
  binds: Binds,
): Casting[] {
  const castings: Casting[] = [];
  const cast = (players: readonly (ContainerFacts | undefined)[]): void => {
    const role = roles[players.length];
    if (role === undefined) {
      castings.push({ players, weight: weigh(roles, players, scene) });
      return;
    }
    const wanted = binds[role.id];
    const explicit = wanted === undefined ? undefined : findContainer(scene.facts, wanted);
    if (wanted !== undefined) {
      cast([...players, explicit]);
      return;
    }
    const taken = new Set([
      ...players.map(player => player?.id),
      ...Object.values(binds).map(name => findContainer(scene.facts, name)?.id),
    ]);
    for (const candidate of candidates) if (!taken.has(candidate.id)) cast([...players, candidate]);
    cast([...players, undefined]);
  };
  cast([]);
  return castings.sort((one, other) => other.weight - one.weight);
}

/** A role given to a container that too little speaks for costs more than leaving it open. */
function weigh(roles: readonly Role[], players: readonly (ContainerFacts | undefined)[], scene: Scene): number {
  return players.reduce((weight, player, index) => {
    if (player === undefined) return weight;
    const clues = cluesOf(roles, players, index, scene);
    const own = sum(clues);
    return weight + (own >= enough && isTelling(clues) ? own : -enough);
  }, 0);
}

/**
 * Being there, running, on a network speaks for nobody in particular, and `web` or `app` is what anybody's container may
 * be called: such a name tells only of an image that was built here and not by Compose.
 */
function isTelling(clues: readonly Clue[]): boolean {
  const has = (kind: Clue['kind']) => clues.some(clue => clue.kind === kind);
  if (has('suggested-name') || has('made-by-lab') || has('calls') || has('mentions')) return true;
  if (has('software') || has('usual-port')) return true;
  const keepsHere = clues.some(clue => clue.kind === 'mounts' && clue.weight > 0 && (clue.holds || has('own-image')));
  if (keepsHere && !has('compose')) return true;
  const word = clues.find(clue => clue.kind === 'word');
  return word !== undefined && (word.weight >= 8 || (has('own-image') && !has('compose')));
}

function cluesOf(
  roles: readonly Role[],
  players: readonly (ContainerFacts | undefined)[],
  index: number,
  scene: Scene,
): Clue[] {
  const role = roles[index];
  const player = players[index];
  if (role === undefined || player === undefined) return [];
  const { solo, pair } = cluesIn(scene);
  const paired = roles.flatMap((other, at) => {
    const partner = players[at];
    if (partner === undefined || at === index) return [];
    if (role.calls.includes(other.id)) return pair(player, partner);
    if (other.calls.includes(role.id)) return pair(partner, player).map(clue => turnedRound(clue, partner));
    return [];
  });
  return [...solo(role, player), ...paired];
}

/** Every casting looks at the same clues again. */
const cluesIn = oncePer((scene: Scene) => ({
  solo: oncePerPair((role: Role, container: ContainerFacts) => soloClues(role, container, scene)),
  pair: oncePerPair((one: ContainerFacts, other: ContainerFacts) => pairClues(one, other, scene)),
}));

/** The same clue, told from the side of the one who is called. */
function turnedRound(clue: Clue, caller: ContainerFacts): Clue {
  if (clue.kind === 'calls' || clue.kind === 'mentions') return { ...clue, other: caller.name, byOther: true };
  return clue.kind === 'network' ? { ...clue, other: caller.name } : clue;
}

const sum = (clues: readonly Clue[]) => clues.reduce((total, clue) => total + clue.weight, 0);
