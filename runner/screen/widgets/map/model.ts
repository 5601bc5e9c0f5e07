import type { Language } from '../../../base/language.ts';
import type { Challenge } from '../../../challenge/definition.ts';
import type { ContainerFacts, Facts } from '../../../engine/facts.ts';
import { label, scratchPrefix } from '../../../engine/labels.ts';
import type { Binds } from '../../../roles/binding.ts';
import type { BindingReport } from '../../../roles/binding-report.ts';
import { type Belonging, namesOfNetworks, whatBelongs } from './belongs.ts';
import { cardOf, ghostsOf } from './cards.ts';
import { type Cast, castingOf } from './casting.ts';
import type { Card, NetworkBox, Scene } from './scene.ts';
import { volumeThings } from './volumes.ts';

/** What the map shows of an engine, for one challenge; `binds` is what the learner said on it. Pure. */
export function sceneOf(
  challenge: Challenge,
  facts: Facts,
  bindings: readonly BindingReport[],
  language: Language,
  binds: Binds = {},
): Scene {
  const belonging = whatBelongs(challenge, facts, bindings);
  const casting = castingOf(challenge, bindings, language, binds);
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
    const at = casting.findIndex(({ player, part }) => player === name || part.candidates.includes(name));
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
