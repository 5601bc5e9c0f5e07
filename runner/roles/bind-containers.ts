import type { Challenge, Role } from '../challenge/definition.ts';
import type { ContainerFacts, Facts } from '../engine/facts.ts';
import { hasTag } from '../engine/has-tag.ts';
import { label } from '../engine/labels.ts';
import { oncePer, oncePerPair } from '../engine/memo.ts';
import type { Binding, Binds } from './binding.ts';
import { type Players, whyPreferred, withoutEarlierTries } from './choose-casting.ts';
import { type Clue, isStore, pairClues, type Scene, soloClues } from './clues.ts';
import { findContainer } from './find-container.ts';

/** Below this much evidence a container is somebody else's business. */
const enough = 7;

/** No other clues make up for this. */
const outOfQuestion = 1_000;

/** Two ways to cast the roles that are closer than this cannot be told apart. */
const margin = 3;

/** The search looks at the most promising containers only, so that a crowded engine costs no more. */
const maxCandidates = 10;

/** What is looked at to find who plays a challenge's roles, but for which challenge that is. */
export type View = Omit<Scene, 'challenge'>;

/** Finds the containers that play a challenge's roles: as `binds` says, else those that the most evidence speaks for. Pure. */
export function bindContainers(whole: Challenge, view: View, binds: Binds): Binding[] {
  const challenge = { ...whole, roles: whole.roles.filter(({ kind }) => kind !== 'volume') };
  const { facts } = view;
  const scene: Scene = { ...view, challenge: challenge.id };
  const castings = allCastings(challenge.roles, candidatesFor(challenge, scene, binds), scene, binds);
  const [likeliest] = castings;
  const close = castings
    .filter(({ weight }) => likeliest !== undefined && likeliest.weight - weight < margin)
    .map(({ players }) => players);
  const left = withoutEarlierTries(challenge.roles, close);
  const best = left[0] ?? likeliest?.players;
  return challenge.roles.map((role, index) => {
    const explicit = binds[role.id];
    const chosen = best?.[index];
    if (explicit !== undefined) return explicitBinding(role, explicit, facts);
    if (best === undefined || chosen === undefined) return unbound(role);
    const candidates = (left.length > 0 ? left : close)
      .filter(players => players[index]?.id !== chosen.id)
      .flatMap(players => players[index]?.name ?? []);
    const clues = cluesOf(challenge.roles, best, index, scene);
    if (candidates.length > 0) {
      return {
        ...unbound(role),
        how: 'ambiguous',
        candidates: [...new Set([chosen.name, ...candidates])].sort(),
        clues,
      };
    }
    const preferred = whyPreferred(
      chosen,
      role,
      close.flatMap(players => players[index] ?? []),
    );
    const found = {
      role: role.id,
      container: chosen.id,
      name: chosen.name,
      how: howFound(clues),
      clues,
      candidates: [],
    };
    return preferred === undefined ? found : { ...found, preferred };
  });
}

const unbound = (role: Role): Binding => ({
  role: role.id,
  container: undefined,
  name: undefined,
  how: 'none',
  clues: [],
  candidates: [],
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
    candidates: [],
  };
}

function howFound(clues: readonly Clue[]): 'name' | 'structure' {
  return clues.some(clue => clue.kind === 'suggested-name' || (clue.kind === 'word' && clue.weight >= 8))
    ? 'name'
    : 'structure';
}

/** The containers that may play a role, the likeliest first. */
export function candidatesFor(challenge: Challenge, scene: Scene, binds: Binds): ContainerFacts[] {
  const bound = new Set(Object.values(binds).map(name => findContainer(scene.facts, name)?.id));
  const eligible = scene.facts.containers.filter(
    container => isEligible(container, challenge.id) && !scene.aside?.has(container.id),
  );
  const { solo } = cluesIn(scene);
  const paired = bestPairs(eligible, scene);
  const promise = (container: ContainerFacts) => {
    const own = Math.max(...challenge.roles.map(role => sum(solo(role, container))));
    return own + (paired.get(container) ?? 0) + (bound.has(container.id) ? 1_000 : 0);
  };
  return eligible
    .map(container => ({ container, promise: promise(container) }))
    .sort((one, other) => other.promise - one.promise)
    .slice(0, maxCandidates)
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
  readonly players: Players;
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

/**
 * A role given to a container that too little speaks for costs more than leaving it open. One that cannot play it must not get
 * it even so that another role fits the better.
 */
function weigh(roles: readonly Role[], players: readonly (ContainerFacts | undefined)[], scene: Scene): number {
  return players.reduce((weight, player, index) => {
    if (player === undefined) return weight;
    const role = roles[index];
    const clues = cluesOf(roles, players, index, scene);
    const own = sum(clues);
    if (own >= enough && isTelling(clues, role)) return weight + own;
    return weight - (isStore(role) || clues.some(isAgainst) ? outOfQuestion : enough);
  }, 0);
}

/** It is seen to be something else. */
const isAgainst = ({ kind, weight }: Clue) => (kind === 'speaks' || kind === 'infrastructure') && weight <= -20;

/**
 * Being there, running, on a network speaks for nobody in particular, and `web` or `app` is what anybody's container may
 * be called: such a name tells only of an image that was built here and not by Compose. Nor is whoever is called a store.
 */
function isTelling(clues: readonly Clue[], role: Role | undefined): boolean {
  const has = (kind: Clue['kind']) => clues.some(clue => clue.kind === kind);
  if (has('suggested-name') || has('made-by-lab')) return true;
  if ((has('calls') || has('mentions')) && !isStore(role)) return true;
  if (has('software') || has('usual-port')) return true;
  if (clues.some(({ kind, weight }) => kind === 'speaks' && weight > 0)) return true;
  const keepsHere = clues.some(
    clue =>
      (clue.kind === 'mounts' && clue.weight > 0 && (clue.holds || has('own-image'))) ||
      (clue.kind === 'binds' && has('own-image')),
  );
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
