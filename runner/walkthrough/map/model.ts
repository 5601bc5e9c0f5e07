import type { Challenge } from '../../challenge/definition.ts';
import type { ContainerFacts, Facts, PortFacts } from '../../engine/facts.ts';
import { label, scratchPrefix } from '../../engine/labels.ts';
import type { Language } from '../../language/language.ts';
import type { BindingReport } from '../../report/report.ts';
import { type Belonging, namesOfNetworks, rivalsOf, whatBelongs } from './belongs.ts';
import type { Card, NetworkBox, RolePart, Scene } from './scene.ts';
import { volumeThings } from './volumes.ts';

/** What the map shows of an engine, for one challenge. Pure. */
export function sceneOf(
  challenge: Challenge,
  facts: Facts,
  bindings: readonly BindingReport[],
  language: Language,
): Scene {
  const belonging = whatBelongs(challenge, facts, bindings);
  const casting = castingOf(challenge, bindings, language);
  const networks = networkBoxes(challenge, facts, belonging, casting);
  const shown = new Set(belonging.containers.map(({ id }) => id));
  return {
    networks,
    volumes: volumeThings(challenge, facts, belonging, casting),
    others: {
      containers: belonging.everybody.filter(({ id }) => !shown.has(id)).map(({ name }) => name),
      networks: facts.networks
        .filter(({ name, userDefined }) => userDefined && !belonging.networks.has(name))
        .map(({ name }) => name),
      volumes: facts.volumes.filter(
        ({ name, labels }) =>
          !belonging.volumes.has(name) && !name.startsWith(scratchPrefix) && !(label.session in labels),
      ).length,
    },
  };
}

/** Each role with what the last report says of it. */
export interface Cast {
  readonly kind: 'container' | 'volume';
  readonly suggested: string;
  /** Who plays it: a container, a volume, or the image of a container that is gone. */
  readonly player: string | undefined;
  readonly part: RolePart;
}

function castingOf(challenge: Challenge, bindings: readonly BindingReport[], language: Language): Cast[] {
  return challenge.roles.map(({ id, kind = 'container', suggested, title }): Cast => {
    const binding = bindings.find(({ role }) => role === id);
    const { how = 'none', because = '' } = binding ?? {};
    const rivals = binding === undefined ? [] : rivalsOf(binding);
    return { kind, suggested, player: binding?.name, part: { role: id, title: title[language], how, because, rivals } };
  });
}

function networkBoxes(
  challenge: Challenge,
  facts: Facts,
  belonging: Belonging,
  casting: readonly Cast[],
): NetworkBox[] {
  const { meeting, containers } = belonging;
  const wantsNetwork = challenge.suggestedNetwork !== '';
  const home = wantsNetwork ? meeting : (meeting ?? 'bridge');
  const names = [...new Set([...(home === undefined ? [] : [home]), ...belonging.networks])];
  const boxes = names.flatMap((name): NetworkBox[] => {
    const cards = cardsOn(name, name === home, belonging, casting);
    const network = facts.networks.find(candidate => candidate.name === name);
    const kind = kindOf(name, network?.userDefined ?? false);
    if (cards.length === 0 && kind !== 'network') return [];
    return [
      {
        ...{ kind, id: `network:${name}`, name, ghost: false, cards },
        ...{ subnet: network?.subnets[0] ?? '', internal: network?.internal ?? false },
      },
    ];
  });
  const ghost: NetworkBox = {
    ...{ kind: 'network', id: 'network?', name: challenge.suggestedNetwork, ghost: true, subnet: '', internal: false },
    cards: ghostsOf(belonging, casting),
  };
  const shared = containers.filter(({ networks }) => networks.length === 0);
  return [
    ...(wantsNetwork && meeting === undefined ? [ghost] : []),
    ...boxes.sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind)),
    ...loners(shared, facts, casting),
  ];
}

const order: readonly NetworkBox['kind'][] = ['network', 'default', 'host', 'none', 'shared'];

function kindOf(name: string, userDefined: boolean): NetworkBox['kind'] {
  if (userDefined) return 'network';
  return name === 'host' || name === 'none' ? name : 'default';
}

/** In the order of the roles, with those that nobody plays where they would be; then all others by name. */
function cardsOn(network: string, isHome: boolean, belonging: Belonging, casting: readonly Cast[]): Card[] {
  const here = belonging.containers
    .filter(container => namesOfNetworks(container).includes(network))
    .sort((one, other) => one.name.localeCompare(other.name));
  const rank = (name: string) => {
    const at = casting.findIndex(({ player, part }) => player === name || part.rivals.includes(name));
    return at === -1 ? casting.length : at;
  };
  const cards = here.map(container => ({ at: rank(container.name), card: cardOf(container, network, casting) }));
  const ghosts = isHome
    ? ghostsOf(belonging, casting).map(card => ({
        at: casting.findIndex(({ part }) => part.role === card.roles[0]?.role),
        card,
      }))
    : [];
  return [...cards, ...ghosts].sort((one, other) => one.at - other.at).map(({ card }) => card);
}

function cardOf(container: ContainerFacts, network: string, casting: readonly Cast[]): Card {
  const place = container.networks.find(attachment => attachment.network === network);
  const { name } = container;
  const players = casting.filter(({ kind }) => kind === 'container');
  return {
    ...{ id: `container:${network}:${container.id}`, name, container, presence: 'here' },
    roles: players.filter(({ player }) => player === name).map(({ part }) => part),
    mightBe: players.filter(({ part }) => part.rivals.includes(name)).map(({ part }) => part),
    address: place?.address || place?.address6 || '',
    alsoOn: namesOfNetworks(container).filter(other => other !== network),
    ports: [...new Set(container.ports.flatMap(port => port.host.map(host => published(host, port))))],
  };
}

/** Roles that nobody plays, and those of containers that have been removed. */
function ghostsOf({ everybody }: Belonging, casting: readonly Cast[]): Card[] {
  return casting.flatMap(({ kind, player, suggested, part }): Card[] => {
    const isHere = everybody.some(({ name }) => name === player);
    if (kind === 'volume' || isHere) return [];
    // Those that could play it carry the mark.
    if (part.rivals.length > 0) return [];
    const presence = player === undefined ? 'missing' : 'gone';
    return [
      {
        ...{ id: `role:${part.role}`, name: player ?? suggested, container: undefined, presence, roles: [part] },
        ...{ mightBe: [], address: '', alsoOn: [], ports: [] },
      },
    ];
  });
}

/** Containers without a network of their own: with another one's, or with none at all. */
function loners(containers: readonly ContainerFacts[], facts: Facts, casting: readonly Cast[]): NetworkBox[] {
  const hosts = new Map<string, ContainerFacts[]>();
  for (const container of containers) {
    const host = container.networkMode.startsWith('container:') ? container.networkMode.slice('container:'.length) : '';
    hosts.set(host, [...(hosts.get(host) ?? []), container]);
  }
  return [...hosts].map(([host, members]): NetworkBox => {
    const name = facts.containers.find(({ id }) => host !== '' && id.startsWith(host))?.name ?? host.slice(0, 12);
    return {
      ...{ kind: host === '' ? 'none' : 'shared', id: `shared:${host}`, name: host === '' ? 'none' : name },
      ...{ ghost: false, subnet: '', internal: false },
      cards: members.map(container => cardOf(container, '', casting)),
    };
  });
}

/** Addresses that stand for all of the host's are not worth a word. */
function published(host: PortFacts['host'][number], { container, protocol }: PortFacts): string {
  const isAll = ['', '0.0.0.0', '::'].includes(host.address);
  const address = host.address.includes(':') ? `[${host.address}]` : host.address;
  return `${isAll ? '' : `${address}:`}${host.port}→${container}${protocol === 'tcp' ? '' : `/${protocol}`}`;
}
