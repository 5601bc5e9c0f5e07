import type { Endpoint, Observation } from '../../lab-images/probe/protocol.ts';
import { addressesOf, type Route, routeTo } from '../engine/addresses.ts';
import type { ContainerFacts, Facts } from '../engine/facts.ts';

/**
 * What is known of one container calling another: seen on the wire in both network namespaces, read from the kernel's
 * tables (closed connections stay there for a minute), and counted since the containers started. Plain JSON.
 */
export interface CallEvidence {
  readonly calls: readonly Call[];
  /** Attempts that came to nothing. */
  readonly refused: readonly Endpoint[];
  /** Connections of the caller to endpoints that are not the callee, seen while watching. */
  readonly elsewhere: readonly Endpoint[];
  /** What the caller asked of name servers while it was watched, newest last. */
  readonly questions: readonly Question[];
  /** Host headers of the caller's requests to the callee. */
  readonly hosts: readonly string[];
  /** The caller's HTTP requests to the callee, oldest first. */
  readonly requests?: readonly HttpRequest[];
  /** Since the caller started, and not those that were refused: to itself, say, where `localhost` was meant for another. */
  readonly connectionsOpened: number;
  readonly datagramsSent: number;
  /** Connections to the callee that are open now. */
  readonly open: number;
  readonly watchedMs: number;
  /** When the watching began, in milliseconds since 1970. */
  readonly since: number;
  /** False if packets could not be captured. */
  readonly captured: boolean;
}

/** When what is known of these calls ended, in milliseconds since 1970 by the engine's clock: each pair is watched for its own time. */
export const watchedUntil = ({ since, watchedMs }: CallEvidence): number => since + watchedMs;

/** A connection made, or a request sent over one that was open. */
export interface Call {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly route: Route;
  readonly to: Endpoint;
  /** The caller's port, which tells connections apart. */
  readonly port: number;
  /** `closed`: known only from the kernel's memory of it, so `at` is when it ended. */
  readonly sign: 'connection' | 'request' | 'closed';
}

export interface HttpRequest {
  readonly method: string;
  readonly path: string;
}

export interface Question {
  readonly name: string;
  readonly found: boolean;
  readonly addresses: readonly string[];
}

/** Reads what two probes have observed. `callee` may be undefined where no probe could join it. Pure. */
export function readCalls(
  caller: ContainerFacts,
  callee: ContainerFacts,
  facts: Facts,
  observed: { caller: readonly Observation[]; callee: readonly Observation[] },
): CallEvidence {
  const snapshots = observed.caller.filter(observation => observation.kind === 'snapshot');
  const last = snapshots.at(-1);
  const ready = observed.caller.find(observation => observation.kind === 'ready');
  const since = ready?.at ?? 0;
  const toCallee = (to: Endpoint) => routeTo(callee, to, facts);
  const outgoing = observed.caller.filter(isOutgoing).filter(({ from }) => addressesOf(caller).includes(from.address));
  const onTheWire = callsOnTheWire(outgoing, toCallee);
  const known = new Set(onTheWire.map(call => call.port));
  const closed = closedCalls(caller, callee, observed, toCallee).filter(call => !known.has(call.port));
  return {
    calls: [...onTheWire, ...closed].sort((one, other) => one.at - other.at),
    refused: outgoing.filter(({ kind, to }) => kind === 'refused' && toCallee(to) !== undefined).map(({ to }) => to),
    elsewhere: outgoing.filter(({ kind, to }) => kind === 'connect' && toCallee(to) === undefined).map(({ to }) => to),
    questions: observed.caller
      .filter(observation => observation.kind === 'dns')
      .map(({ name, code, addresses }) => ({ name, found: code === 0 && addresses.length > 0, addresses })),
    hosts: outgoing.flatMap(seen => (seen.kind === 'request' && seen.host && toCallee(seen.to) ? [seen.host] : [])),
    requests: outgoing.flatMap(seen =>
      seen.kind === 'request' && toCallee(seen.to) ? [{ method: seen.method, path: seen.path }] : [],
    ),
    connectionsOpened: last === undefined ? 0 : opened(last.counters),
    datagramsSent: last?.counters.udpOut ?? 0,
    open: (last?.sockets ?? []).filter(socket => socket.state === 'established' && toCallee(socket.remote)).length,
    watchedMs: Math.max(0, (observed.caller.at(-1)?.at ?? since) - since),
    since,
    captured: ready?.capture ?? false,
  };
}

/** The kernel counts an attempt as opened, too. */
function opened({ tcpActiveOpens, tcpAttemptFails }: { tcpActiveOpens: number; tcpAttemptFails: number }): number {
  return Math.max(0, tcpActiveOpens - tcpAttemptFails);
}

type Outgoing = Extract<Observation, { kind: 'connect' | 'accepted' | 'refused' | 'request' | 'data' }>;

const isOutgoing = (observation: Observation): observation is Outgoing => 'to' in observation;

function callsOnTheWire(outgoing: readonly Outgoing[], toCallee: (to: Endpoint) => Route | undefined): Call[] {
  return outgoing.flatMap(seen => {
    const route = toCallee(seen.to);
    if (route === undefined || seen.kind === 'connect' || seen.kind === 'refused') return [];
    return [
      {
        at: seen.at,
        route,
        to: seen.to,
        port: seen.from.port,
        sign: seen.kind === 'accepted' ? 'connection' : 'request',
      },
    ];
  });
}

/** How far apart the times of the kernel and of the engine may be, in milliseconds. */
const startMs = 1_000;

/** Whoever closes a connection first keeps it in its table, so either side's may have it; but never both. */
function closedCalls(
  caller: ContainerFacts,
  callee: ContainerFacts,
  observed: { caller: readonly Observation[]; callee: readonly Observation[] },
  toCallee: (to: Endpoint) => Route | undefined,
): Call[] {
  const ofCaller = closedSockets(observed.caller).flatMap(({ socket, at }) => {
    const route = toCallee(socket.remote);
    return route === undefined ? [] : [{ at, route, to: socket.remote, port: socket.local.port }];
  });
  const ofCallee = closedSockets(observed.callee).flatMap(({ socket, at }) =>
    addressesOf(caller).includes(socket.remote.address) && addressesOf(callee).includes(socket.local.address)
      ? [{ at, route: 'direct' as const, to: socket.local, port: socket.remote.port }]
      : [],
  );
  // The same closed connection stands in every snapshot of its minute, in which its port is not used again.
  // One that ended before the caller began was that of somebody who had its address before.
  const began = Date.parse(caller.startedAt ?? '');
  const own = [...ofCaller, ...ofCallee].filter(({ at }) => !(at < began - startMs));
  const once = new Map(own.map(call => [call.port, call]));
  return [...once.values()].map(call => ({ ...call, sign: 'closed' }));
}

function closedSockets(observations: readonly Observation[]) {
  return observations
    .filter(observation => observation.kind === 'snapshot')
    .flatMap(({ sockets }) =>
      sockets.flatMap(socket => (socket.closedAt === undefined ? [] : [{ socket, at: socket.closedAt }])),
    );
}
