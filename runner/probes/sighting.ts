import type { Endpoint, Observation, Socket } from '../../lab-images/probe/protocol.ts';
import type { Protocol } from '../challenge/definition.ts';
import { addressesOf, type Route, routeTo } from '../engine/addresses.ts';
import type { ContainerFacts, Facts } from '../engine/facts.ts';

/** What a probe has seen in one container's network namespace, as far as finding roles needs it. */
export interface Sighting {
  /** TCP ports that something listens on, other than Docker's DNS. */
  readonly listens: readonly Endpoint[];
  /** The remote ends of connections, open or lately closed, and the local port of each. */
  readonly connections: readonly { readonly localPort: number; readonly remote: Endpoint }[];
  /** The protocols of stores that something in there speaks; `undefined` if it was not asked, or did not answer in time. */
  readonly speaks?: readonly Protocol[];
  /** The ids of containers that its program names, where that was looked for. */
  readonly names?: ReadonlySet<string>;
}

/** `speaks` are the protocols of stores that it was found to speak, where it was asked. */
export function sightingOf(observations: readonly Observation[], speaks?: readonly Protocol[]): Sighting {
  const sockets = observations.findLast(observation => observation.kind === 'snapshot')?.sockets ?? [];
  const listens = listenersOf(sockets);
  const attempts = observations.filter(
    observation => observation.kind === 'accepted' || observation.kind === 'request',
  );
  return {
    listens,
    ...(speaks === undefined ? {} : { speaks }),
    connections: [
      ...sockets
        .filter(socket => socket.state !== 'listen')
        .map(socket => ({ localPort: socket.local.port, remote: socket.remote })),
      ...attempts.map(attempt => ({ localPort: attempt.from.port, remote: attempt.to })),
    ],
  };
}

/** Docker's own DNS listens at 127.0.0.11 in every container on a user-defined network. */
export function listenersOf(sockets: readonly Socket[]): Endpoint[] {
  return sockets
    .filter(socket => socket.state === 'listen' && socket.local.address !== '127.0.0.11')
    .map(socket => socket.local);
}

/** One container was seen calling another. */
export interface CallSeen {
  readonly from: string;
  readonly to: string;
  readonly route: Route;
}

/** Who calls whom, by container id, as either side's namespace shows it. */
export function callsSeen(sightings: ReadonlyMap<string, Sighting>, facts: Facts): CallSeen[] {
  const watched = facts.containers.filter(container => sightings.has(container.id));
  return watched.flatMap(container => {
    const { listens, connections } = sightings.get(container.id) as Sighting;
    const ports = new Set(listens.map(at => at.port));
    return connections.flatMap(({ localPort, remote }) =>
      ports.has(localPort) ? incoming(container, remote, facts) : outgoing(container, remote, facts),
    );
  });
}

function incoming(callee: ContainerFacts, remote: Endpoint, facts: Facts): CallSeen[] {
  return facts.containers
    .filter(caller => caller.id !== callee.id && addressesOf(caller).includes(remote.address))
    .map(caller => ({ from: caller.id, to: callee.id, route: 'direct' }));
}

function outgoing(caller: ContainerFacts, remote: Endpoint, facts: Facts): CallSeen[] {
  return facts.containers.flatMap(callee => {
    const route = callee.id === caller.id ? undefined : routeTo(callee, remote, facts);
    return route === undefined ? [] : [{ from: caller.id, to: callee.id, route }];
  });
}
