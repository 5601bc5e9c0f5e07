import type { ContainerFacts } from '../../../engine/facts.ts';

/** What the map shows: networks as boxes with cards in them, volumes, and what is left out, in one line. */
export interface Scene {
  readonly networks: readonly NetworkBox[];
  readonly volumes: readonly VolumeThing[];
  readonly others: Others;
}

/**
 * A network, and what is on it. `default` is the engine's own bridge; `shared` is no network of its own but the one of
 * another container (`--network container:…`), after which it is named.
 */
export interface NetworkBox {
  readonly kind: 'network' | 'default' | 'host' | 'none' | 'shared';
  readonly id: string;
  readonly name: string;
  /** True if the challenge needs one and there is none. */
  readonly ghost: boolean;
  readonly subnet: string;
  /** No way out to other networks. */
  readonly internal: boolean;
  readonly cards: readonly Card[];
}

/** A container on a network; or, where `container` is undefined, a role that nobody plays. */
export interface Card {
  /** The same container has a card in each of its networks, each with an id of its own. */
  readonly id: string;
  /** For a role that nobody plays: the name that the brief suggests, or the image that it has run from. */
  readonly name: string;
  readonly container: ContainerFacts | undefined;
  /** `gone`: it has run, and has been removed since. */
  readonly presence: 'here' | 'missing' | 'gone';
  readonly roles: readonly RolePart[];
  /** The roles that it might play, where the lab cannot tell. */
  readonly mightBe: readonly RolePart[];
  /** On this network; empty while it does not run. */
  readonly address: string;
  /** The other networks that it is on. */
  readonly alsoOn: readonly string[];
  /** As `host→container`, each once. */
  readonly ports: readonly string[];
}

/** A role, with its title in the learner's language, and how the lab knows who plays it. */
export interface RolePart {
  readonly role: string;
  readonly title: string;
  readonly how: 'bind' | 'name' | 'structure' | 'none' | 'ambiguous';
  readonly because: string;
  /** Where several could play it: their names. */
  readonly candidates: readonly string[];
  /** Who plays it, as the learner said, whether it is there or not. */
  readonly said: string | undefined;
}

/** A volume, or a folder of the host that a container mounts; or, as a ghost, a volume that is missing. */
export interface VolumeThing {
  readonly kind: 'volume' | 'bind';
  readonly id: string;
  readonly name: string;
  readonly ghost: boolean;
  readonly anonymous: boolean;
  readonly roles: readonly RolePart[];
  readonly mounts: readonly { readonly container: string; readonly target: string; readonly writable: boolean }[];
}

/** What is on the engine and not of this challenge. */
export interface Others {
  readonly containers: readonly string[];
  readonly networks: readonly string[];
  readonly volumes: number;
}

/** Something on the map that can be selected. */
export type Thing =
  | { readonly kind: 'network'; readonly id: string; readonly box: NetworkBox }
  | { readonly kind: 'card'; readonly id: string; readonly card: Card; readonly box: NetworkBox }
  | { readonly kind: 'volume'; readonly id: string; readonly volume: VolumeThing }
  | { readonly kind: 'others'; readonly id: string; readonly others: Others };

/** The id of the line for what is not of this challenge: there is one at most. */
export const othersId = 'others';

/** Everything that can be selected, in the order in which it is read. */
export function thingsOf(scene: Scene): Thing[] {
  return [
    ...scene.networks.flatMap((box): Thing[] => [
      { kind: 'network', id: box.id, box },
      ...box.cards.map((card): Thing => ({ kind: 'card', id: card.id, card, box })),
    ]),
    ...scene.volumes.map((volume): Thing => ({ kind: 'volume', id: volume.id, volume })),
    ...(hasOthers(scene.others) ? [{ kind: 'others', id: othersId, others: scene.others } as const] : []),
  ];
}

/** True if there is anything that is not of this challenge. */
export function hasOthers({ containers, networks, volumes }: Others): boolean {
  return containers.length + networks.length + volumes > 0;
}

/** What is selected: what the learner chose, where it is still there, else the first card. */
export function selectedThing(scene: Scene, chosen: string | undefined): Thing | undefined {
  const things = thingsOf(scene);
  return things.find(({ id }) => id === chosen) ?? things.find(({ kind }) => kind === 'card') ?? things[0];
}
