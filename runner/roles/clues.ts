import type { Protocol, Role } from '../challenge/definition.ts';
import { addressesOf, sharedNetworks } from '../engine/addresses.ts';
import type { ContainerFacts, Facts } from '../engine/facts.ts';
import { label } from '../engine/labels.ts';
import { oncePer, oncePerPair } from '../engine/memo.ts';
import { callableNames, imageName, instructionsOf, mentions, wordsOf } from '../engine/names.ts';
import { mayBeBuilt } from '../engine/official-images.ts';
import type { CallSeen, Sighting } from '../probes/sighting.ts';
import { ownWords } from './own-words.ts';

/** Something that speaks for (or against) a container playing a role. `weight` is in points of our own. */
export type Clue =
  | { readonly kind: 'suggested-name'; readonly weight: number }
  | { readonly kind: 'word'; readonly weight: number; readonly word: string }
  | { readonly kind: 'made-by-lab'; readonly weight: number }
  | { readonly kind: 'running'; readonly weight: number }
  | { readonly kind: 'listens'; readonly weight: number }
  | { readonly kind: 'own-image'; readonly weight: number }
  | { readonly kind: 'infrastructure'; readonly weight: number }
  | { readonly kind: 'compose'; readonly weight: number }
  /** It was seen calling the other, or (`byOther`) the other was seen calling it. */
  | { readonly kind: 'calls'; readonly weight: number; readonly other: string; readonly byOther?: true }
  /**
   * What it was told at its start names the other, or (`byOther`) what the other was told names it; `inProgram`: not that, but
   * its program's files do.
   */
  | {
      readonly kind: 'mentions';
      readonly weight: number;
      readonly other: string;
      readonly byOther?: true;
      readonly inProgram?: true;
    }
  /** Its image, or the program that it runs, is a ready one of the kind that the role is for. */
  | { readonly kind: 'software'; readonly weight: number; readonly word: string }
  /** Asked, it spoke the protocol that the role is for, or (below zero) another. */
  | { readonly kind: 'speaks'; readonly weight: number; readonly protocol: Protocol }
  /** It listens on the port that such programs usually listen on. */
  | { readonly kind: 'usual-port'; readonly weight: number; readonly port: number }
  /** It keeps something in a volume; `holds` says that a database was seen in it. */
  | { readonly kind: 'mounts'; readonly weight: number; readonly volume: string; readonly holds: boolean }
  /** It keeps something in a folder of the host. */
  | { readonly kind: 'binds'; readonly weight: number; readonly folder: string }
  /** Of volumes. */
  | { readonly kind: 'mounted-by'; readonly weight: number; readonly other: string }
  | { readonly kind: 'holds-database'; readonly weight: number }
  | { readonly kind: 'used-lately'; readonly weight: number }
  | { readonly kind: 'anonymous'; readonly weight: number }
  /** Of images whose container is gone. */
  | { readonly kind: 'ran'; readonly weight: number }
  | { readonly kind: 'network'; readonly weight: number; readonly network: string; readonly other: string };

/** What is looked at to find clues. */
export interface Scene {
  readonly challenge: string;
  readonly facts: Facts;
  readonly sightings: ReadonlyMap<string, Sighting>;
  readonly calls: readonly CallSeen[];
  /** Volumes in which a database was seen. */
  readonly holders?: ReadonlySet<string>;
  /** The ids of containers that are not to be thought of, for they are a part of another challenge. */
  readonly aside?: ReadonlySet<string>;
}

/** True for a role that is for a ready program which keeps others' data, such as a database: it is known by what it speaks. */
export const isStore = (role: Pick<Role, 'speaks'> | undefined): boolean =>
  role?.speaks !== undefined && role.speaks !== 'http';

/** Images of things that are there to be used by others, rarely what a learner writes. */
const infrastructure = new Set(
  'postgres postgresql postgis timescaledb mysql mariadb mongo redis valkey keydb memcached rabbitmq kafka zookeeper elasticsearch registry traefik portainer adminer pgadmin grafana prometheus watchtower'.split(
    ' ',
  ),
);

/** The ports that databases, caches and queues usually listen on. */
export const storePorts: ReadonlySet<number> = new Set([5432, 6379, 3306, 27017, 11211, 5672, 9092, 2181]);

/** True for images of things that are there to be used by others, but for those that go by one of these words. */
export function isInfrastructure(image: string, words: readonly string[] = []): boolean {
  return wordsOf(imageName(image)).some(word => infrastructure.has(word) && !words.includes(word));
}

/** True if what a container starts is such a thing, whatever its image is called. */
function isReadyProgram({ command }: ContainerFacts, words: readonly string[]): boolean {
  const program = command[0]?.split('/').at(-1) ?? '';
  return wordsOf(program).some(word => infrastructure.has(word) && !words.includes(word));
}

/** What speaks for this container playing this role, whoever plays the others. */
export function soloClues(role: Role, container: ContainerFacts, scene: Scene): Clue[] {
  const clues: Clue[] = [nameClue(role, container)].filter(clue => clue !== undefined);
  const image = scene.facts.images.find(candidate => candidate.id === container.imageId);
  if (container.labels[label.challenge] === scene.challenge) clues.push({ kind: 'made-by-lab', weight: 5 });
  if (container.state === 'running' || container.state === 'restarting') clues.push({ kind: 'running', weight: 2 });
  if (image !== undefined && mayBeBuilt(image)) clues.push({ kind: 'own-image', weight: 1 });
  if (Object.keys(container.labels).some(name => name.startsWith('com.docker.compose.')))
    clues.push({ kind: 'compose', weight: -4 });
  const ports = portsOf(container, scene.sightings.get(container.id));
  if (isInfrastructure(container.image, role.words) || isReadyProgram(container, role.words)) {
    const isDatabase = role.speaks === 'http' && ports.length > 0 && ports.every(port => storePorts.has(port));
    clues.push({ kind: 'infrastructure', weight: isDatabase ? -20 : -8 });
  }
  const software = softwareOf(container).find(word => role.words.includes(word));
  if (software !== undefined) clues.push({ kind: 'software', weight: 6, word: software });
  const port = ports.find(number => role.ports?.includes(number));
  if (port !== undefined) clues.push({ kind: 'usual-port', weight: 3, port });
  const mounts = mountClue(role, container, scene);
  if (mounts !== undefined) clues.push(mounts);
  const sighting = scene.sightings.get(container.id);
  const listens = sighting === undefined ? container.ports.length > 0 : sighting.listens.length > 0;
  const shouldListen = role.calls.length === 0 || role.serves === true || role.speaks !== undefined;
  // One that has the role's own name may still be starting.
  const isNamed = clues.some(({ kind, weight }) => (kind === 'suggested-name' || kind === 'word') && weight >= 8);
  if (shouldListen && listens) clues.push({ kind: 'listens', weight: 2 });
  if (shouldListen && sighting !== undefined && !listens)
    clues.push({ kind: 'listens', weight: deafWeight(role, isNamed) });
  const spoken = spokenClue(role, sighting, software !== undefined);
  if (spoken !== undefined) clues.push(spoken);
  return clues;
}

/** A usual name alone is not enough for one that serves nobody: another challenge's program may have it, too. */
function deafWeight({ serves, speaks }: Role, isNamed: boolean): number {
  if (isNamed) return -1;
  if (serves) return -20;
  return speaks === 'http' ? -4 : -1;
}

/** What speaks another protocol is not it; one that is plainly such a program may only not want to speak to us. */
function spokenClue({ speaks }: Role, sighting: Sighting | undefined, isSoftware: boolean): Clue | undefined {
  const spoken = sighting?.speaks;
  if (speaks === undefined || spoken === undefined) return undefined;
  if (spoken.includes(speaks)) return { kind: 'speaks', weight: 8, protocol: speaks };
  const isOther = speaks === 'http' ? spoken.length > 0 : !isSoftware;
  return isOther ? { kind: 'speaks', weight: -20, protocol: speaks } : undefined;
}

/** Ready programs that its image's name, or its command, names: `redis-server`, or `postgres` after an entrypoint. */
const softwareOf = oncePer(({ image, command }: ContainerFacts): readonly string[] => {
  const programs = command.slice(0, 3).map(word => word.split('/').at(-1) ?? '');
  return [imageName(image), ...programs].flatMap(wordsOf).filter(word => infrastructure.has(word));
});

/** The ports that something listens on, as far as is known; else those that its image says it will. */
function portsOf(container: ContainerFacts, sighting: Sighting | undefined): number[] {
  const listens = sighting?.listens.map(({ port }) => port) ?? [];
  return listens.length > 0 ? listens : container.ports.map(port => port.container);
}

/** What is lent by the host for other reasons than to keep data in. */
const isOfTheHost = /^\/(?:var\/run|run|etc|proc|sys|dev)(?:\/|$)/;

/** Who only reads a volume is not the one who keeps data there. */
function mountClue(role: Role, container: ContainerFacts, { facts, holders }: Scene): Clue | undefined {
  if (role.mounts === undefined) return undefined;
  const volumes = container.mounts.filter(({ type }) => type === 'volume');
  const holding = volumes.find(({ source }) => holders?.has(source));
  const isNamed = ({ source }: { source: string }) =>
    facts.volumes.some(({ name, anonymous }) => name === source && !anonymous);
  const mount = holding ?? volumes.find(isNamed) ?? volumes[0];
  if (mount === undefined) {
    // A name such as `api` or `app` alone is what another challenge's container may have, too.
    const binds = container.mounts.filter(({ type }) => type === 'bind');
    const folder = binds.find(({ writable, target }) => writable && !isOfTheHost.test(target))?.source;
    // Only where no volume holds a database: else whoever mounts that one is meant.
    if (folder !== undefined && holders?.size === 0) return { kind: 'binds', weight: 6, folder };
    return binds.length === 0 ? { kind: 'mounts', weight: -2, volume: '', holds: false } : undefined;
  }
  // What people look into a volume with is pulled; who fills it is their own program.
  const isPulled = facts.images.some(({ id, origin }) => id === container.imageId && origin === 'pulled');
  const weight = holding === undefined ? (isNamed(mount) ? 6 : 3) : isPulled ? 8 : 12;
  return { kind: 'mounts', weight: mount.writable ? weight : -8, volume: mount.source, holds: holding !== undefined };
}

/** The best thing that its name, or its image's, says. */
const nameClue = oncePerPair((role: Role, container: ContainerFacts): Clue | undefined => {
  if (container.name === role.suggested) return { kind: 'suggested-name', weight: 10 };
  const own = ownWords(role);
  const inName = wordsOf(container.name);
  const inImage = wordsOf(imageName(container.image));
  const ownWord = inName.find(word => own.has(word));
  if (ownWord !== undefined) return { kind: 'word', weight: 8, word: ownWord };
  const usual = inName.find(word => role.words.includes(word));
  if (usual !== undefined) return { kind: 'word', weight: 5, word: usual };
  const imageWord = inImage.find(word => own.has(word) || role.words.includes(word));
  if (imageWord !== undefined) return { kind: 'word', weight: own.has(imageWord) ? 4 : 2, word: imageWord };
  return undefined;
});

/** What speaks for `caller` calling `callee`. */
export function pairClues(caller: ContainerFacts, callee: ContainerFacts, scene: Scene): Clue[] {
  const clues: Clue[] = [];
  const seen = scene.calls.filter(call => call.from === caller.id && call.to === callee.id);
  const direct = seen.some(call => call.route === 'direct');
  if (seen.length > 0) clues.push({ kind: 'calls', weight: direct ? 12 : 8, other: callee.name });
  if (isToldOf(caller, callee)) clues.push({ kind: 'mentions', weight: 7, other: callee.name });
  else if (scene.sightings.get(caller.id)?.names?.has(callee.id))
    clues.push({ kind: 'mentions', weight: 7, other: callee.name, inProgram: true });
  const [network] = sharedNetworks([caller, callee], scene.facts);
  if (network !== undefined) clues.push({ kind: 'network', weight: 4, network, other: callee.name });
  return clues;
}

/** True if the caller's command or environment names the callee: a name, an address, or a published port of it. */
export const isToldOf = oncePerPair((caller: ContainerFacts, callee: ContainerFacts): boolean => {
  const told = instructionsOf(caller);
  if ([...callableNames(callee), ...addressesOf(callee)].some(name => name.length > 1 && mentions(told, name)))
    return true;
  return callee.ports.some(port => port.host.some(host => new RegExp(`[\\w\\]]:${host.port}(?!\\d)`).test(told)));
});
