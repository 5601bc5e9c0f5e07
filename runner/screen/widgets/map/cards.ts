import type { ContainerFacts, PortFacts } from '../../../engine/facts.ts';
import { type Belonging, namesOfNetworks } from './belongs.ts';
import type { Cast } from './casting.ts';
import type { Card } from './scene.ts';

/** The card of a container on a network. */
export function cardOf(container: ContainerFacts, network: string, casting: readonly Cast[]): Card {
  const place = container.networks.find(attachment => attachment.network === network);
  const { name } = container;
  const players = casting.filter(({ kind }) => kind === 'container');
  return {
    ...{ id: `container:${network}:${container.id}`, name, container, presence: 'here' },
    roles: players.filter(({ player }) => player === name).map(({ part }) => part),
    mightBe: players.filter(({ part }) => part.candidates.includes(name)).map(({ part }) => part),
    address: place?.address || place?.address6 || '',
    alsoOn: namesOfNetworks(container).filter(other => other !== network),
    ports: [...new Set(container.ports.flatMap(port => port.host.map(host => published(host, port))))],
  };
}

/** Roles that nobody plays, and those of containers that have been removed. */
export function ghostsOf({ everybody }: Belonging, casting: readonly Cast[]): Card[] {
  return casting.flatMap(({ kind, player, suggested, part }): Card[] => {
    const isHere = everybody.some(({ name }) => name === player);
    if (kind === 'volume' || isHere) return [];
    // Those that could play it carry the mark.
    if (part.candidates.length > 0) return [];
    const presence = player === undefined ? 'missing' : 'gone';
    return [
      {
        ...{ id: `role:${part.role}`, name: player ?? suggested, container: undefined, presence, roles: [part] },
        ...{ mightBe: [], address: '', alsoOn: [], ports: [] },
      },
    ];
  });
}

/** Addresses that stand for all of the host's are not worth a word. */
function published(host: PortFacts['host'][number], { container, protocol }: PortFacts): string {
  const isAll = ['', '0.0.0.0', '::'].includes(host.address);
  const address = host.address.includes(':') ? `[${host.address}]` : host.address;
  return `${isAll ? '' : `${address}:`}${host.port}→${container}${protocol === 'tcp' ? '' : `/${protocol}`}`;
}
