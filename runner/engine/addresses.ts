import type { Endpoint } from '../../lab-images/probe/protocol.ts';
import type { ContainerFacts, Facts, NetworkFacts } from './facts.ts';
import { oncePer } from './memo.ts';

/** The addresses that a container has on its networks, IPv6 written as the probe does. */
export const addressesOf = oncePer((container: ContainerFacts): readonly string[] =>
  container.networks
    .flatMap(network => [network.address, expandAddress(network.address6)])
    .filter(address => address !== ''),
);

/** IPv6 without compression of zeros and without leading ones, so that equal addresses are equal texts. */
export function expandAddress(address: string): string {
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - before.length - after.length }, () => '0');
  return [...before, ...zeros, ...after].map(part => Number.parseInt(part, 16).toString(16)).join(':');
}

/** How a connection to `to` gets to a container. */
export type Route = 'direct' | 'published';

/**
 * How a connection to this endpoint reaches the container: at one of its own addresses, or at an address that is no
 * container's, on a port that the host forwards to it. `undefined` if it does not reach it.
 */
export function routeTo(container: ContainerFacts, to: Endpoint, facts: Facts): Route | undefined {
  if (addressesOf(container).includes(to.address)) return 'direct';
  const isForwarded = container.ports.some(
    port => port.protocol === 'tcp' && port.host.some(host => host.port === to.port),
  );
  if (!isForwarded) return undefined;
  const isAnothers = facts.containers.some(other => addressesOf(other).includes(to.address));
  return isAnothers ? undefined : 'published';
}

/** The user-defined networks that all of these containers are on. */
export function sharedNetworks(containers: readonly ContainerFacts[], facts: Facts): string[] {
  const [first, ...rest] = containers;
  if (first === undefined) return [];
  const networksOf = networksIn(facts);
  return networksOf(first)
    .filter(network => rest.every(container => networksOf(container).includes(network)))
    .map(({ name }) => name);
}

/** The user-defined networks that a container is on, in the order of the facts. */
const networksIn = oncePer((facts: Facts) =>
  oncePer((container: ContainerFacts): readonly NetworkFacts[] =>
    facts.networks.filter(
      network =>
        network.userDefined &&
        network.driver !== 'host' &&
        network.driver !== 'null' &&
        container.networks.some(at => at.networkId === network.id || at.network === network.name),
    ),
  ),
);
