import type { Challenge, Role } from '../challenge/definition.ts';
import type { Facts, VolumeFacts } from '../engine/facts.ts';
import { hasTag } from '../engine/has-tag.ts';
import { label } from '../engine/labels.ts';
import { imageName, wordsOf } from '../engine/names.ts';
import type { PastContainer } from '../engine/past-containers.ts';
import type { Binding, Binds, ForeignFiles } from './binding.ts';
import type { Clue } from './clues.ts';
import { ownWords } from './own-words.ts';

/** What is known beside the facts where data are kept in volumes. */
export interface StorageScene {
  /** The latest first. */
  readonly past: readonly PastContainer[];
  /** The volumes that hold a database; `undefined` if nobody has looked into them. */
  readonly holders: ReadonlySet<string> | undefined;
  /** The volumes that hold a server's files instead, such as PostgreSQL's, and whose. */
  readonly foreign?: readonly ForeignFiles[];
}

export const noStorage: StorageScene = { past: [], holders: undefined };

/** Two candidates closer than this cannot be told apart. */
const margin = 2;

/** The volumes that can play a role: not the lab's own, nor what `lab up` made for another challenge. */
export function eligibleVolumes(challenge: Challenge, facts: Facts): VolumeFacts[] {
  return facts.volumes.filter(({ labels }) => {
    const madeFor = labels[label.challenge];
    return !(label.session in labels) && (madeFor === undefined || madeFor === challenge.id);
  });
}

/** The volume that plays a role, given who keeps its data there (as far as that is known). Pure. */
export function bindVolume(
  role: Role,
  challenge: Challenge,
  facts: Facts,
  binds: Binds,
  keeper: Binding | undefined,
  storage: StorageScene,
): Binding {
  const unbound = {
    role: role.id,
    container: undefined,
    name: undefined,
    how: 'none',
    clues: [],
    candidates: [],
  } as const;
  const bound = (name: string, how: Binding['how'], clues: readonly Clue[]): Binding => ({
    ...unbound,
    ...{ name, volume: name, how, clues },
  });
  const explicit = binds[role.id];
  if (explicit !== undefined) {
    return facts.volumes.some(({ name }) => name === explicit) ? bound(explicit, 'bind', []) : unbound;
  }
  const mounted = mountedBy(keeper, facts, storage);
  const weighed = eligibleVolumes(challenge, facts)
    .map(volume => ({ volume, clues: volumeClues(role, volume, mounted, keeper, challenge, storage) }))
    .map(({ volume, clues }) => ({ volume, clues, weight: clues.reduce((sum, clue) => sum + clue.weight, 0) }))
    .filter(({ weight }) => weight >= 5)
    .sort((one, other) => other.weight - one.weight);
  const [best] = weighed;
  const { foreign = [] } = storage;
  if (best === undefined) return foreign.length === 0 ? unbound : { ...unbound, foreign };
  const candidates = weighed.filter(({ weight }) => best.weight - weight < margin).map(({ volume }) => volume.name);
  if (candidates.length > 1) return { ...unbound, how: 'ambiguous', candidates: candidates.sort(), clues: best.clues };
  const how = best.clues.some(({ kind }) => kind === 'suggested-name') ? 'name' : 'structure';
  return bound(best.volume.name, how, best.clues);
}

function volumeClues(
  role: Role,
  volume: VolumeFacts,
  mounted: ReadonlySet<string>,
  keeper: Binding | undefined,
  challenge: Challenge,
  { holders, past }: StorageScene,
): Clue[] {
  const clues: Clue[] = [];
  if (volume.name === role.suggested) clues.push({ kind: 'suggested-name', weight: 7 });
  const words = wordsOf(volume.name);
  const word = words.find(it => ownWords(role).has(it)) ?? words.find(it => role.words.includes(it));
  if (word !== undefined && volume.name !== role.suggested) clues.push({ kind: 'word', weight: 3, word });
  if (volume.labels[label.challenge] === challenge.id) clues.push({ kind: 'made-by-lab', weight: 5 });
  if (mounted.has(volume.name)) clues.push({ kind: 'mounted-by', weight: 10, other: keeper?.name ?? '' });
  else if (keeper?.container === undefined && past.some(({ mounts }) => mounts.some(it => it.volume === volume.name)))
    clues.push({ kind: 'used-lately', weight: 2 });
  // Volumes that nobody named and nobody mounts are leftovers: they must not stand in for the one that is missing.
  if (holders?.has(volume.name)) clues.push({ kind: 'holds-database', weight: volume.anonymous ? 4 : 7 });
  if (volume.anonymous) clues.push({ kind: 'anonymous', weight: -3 });
  return clues;
}

function mountedBy(keeper: Binding | undefined, facts: Facts, { past }: StorageScene): ReadonlySet<string> {
  const container = facts.containers.find(({ id }) => id === keeper?.container);
  if (container !== undefined) {
    const volumes = container.mounts.filter(({ type }) => type === 'volume');
    return new Set(volumes.map(({ source }) => source));
  }
  const ran = keeper?.image === undefined ? undefined : past.find(({ image }) => image === keeper.image);
  return new Set(ran?.mounts.map(({ volume }) => volume));
}

/**
 * The image of a role whose container has removed itself: of a container that mounted a volume lately, or the image that
 * the brief's build command makes. `undefined` if several could be meant, or none.
 */
export function bindPast(role: Role, facts: Facts, storage: StorageScene): Binding | undefined {
  const binding = (image: string, clue: Clue): Binding => ({
    ...{ role: role.id, container: undefined, name: image, image, candidates: [] },
    ...{ how: imageName(image) === role.suggested ? 'name' : 'structure', clues: [clue] },
  });
  const candidates = storage.past
    .filter(({ image, mounts }) => hasTag(facts, image) && mounts.some(({ writable }) => writable))
    .map(({ image, name, mounts }) => ({ image, weight: pastWeight(role, image, name, mounts, storage) }))
    .sort((one, other) => other.weight - one.weight);
  const [best] = candidates;
  const candidate = candidates.find(({ image, weight }) => image !== best?.image && weight === best?.weight);
  if (best !== undefined && candidate === undefined && best.weight > 0)
    return binding(best.image, { kind: 'ran', weight: 7 });
  if (best === undefined && hasTag(facts, role.suggested))
    return binding(role.suggested, { kind: 'suggested-name', weight: 7 });
  return undefined;
}

function pastWeight(
  role: Role,
  image: string,
  name: string,
  mounts: PastContainer['mounts'],
  { holders }: StorageScene,
): number {
  const isTelling = (word: string) => ownWords(role).has(word) || role.words.includes(word);
  const [imageWords, words] = [wordsOf(imageName(image)), wordsOf(name)];
  const holds = mounts.some(({ volume }) => holders === undefined || holders.has(volume));
  const isTool = imageWords.some(word => tools.has(word));
  return (imageWords.some(isTelling) ? 2 : 0) + (words.some(isTelling) ? 1 : 0) + (holds ? 2 : 0) - (isTool ? 1 : 0);
}

/** What people look into a volume with. */
const tools = new Set('alpine busybox debian ubuntu sqlite adminer'.split(' '));
