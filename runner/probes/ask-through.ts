import type { Endpoint } from '../../lab-images/probe/protocol.ts';
import { addressesOf, routeTo } from '../engine/addresses.ts';
import type { ContainerFacts, Facts } from '../engine/facts.ts';
import { callableNames } from '../engine/names.ts';
import { type Asked, askAndCount, type Parties } from './ask-and-count.ts';
import type { HttpRequest } from './calls.ts';
import { isHealthCheck } from './paths/health-check.ts';

export const answerMs = 5_000;
const mostBody = 16_384;
const maxRedirects = 3;

/** A probe tells of at most 100 packets a second: after so many, the next request waits a moment. */
const maxSeen = 50;

/** A gateway, where it answers, and the services that it may call. */
export interface Gateway {
  readonly parties: Parties;
  readonly port: number;
}

/** Asks a gateway for a path as a client from outside does; where it redirects to itself, that is followed. */
export async function askThrough({ parties, port }: Gateway, path: string, signal: AbortSignal): Promise<Asked> {
  const { container, probe } = parties.asked;
  const host = `localhost:${hostPort(container) ?? port}`;
  let next = path;
  for (let redirects = 0; ; redirects++) {
    const latest = probe.observations.at(-1)?.at ?? 0;
    const seen = probe.observations.filter(({ kind, at }) => kind !== 'snapshot' && at > latest - 1_000);
    if (seen.length > maxSeen) await probe.until(() => false, 1_000, signal);
    const asked = await askAndCount(parties, { path: next, port, timeoutMs: answerMs, host, mostBody }, signal);
    const { outcome } = asked;
    const isRedirect = outcome.ok && outcome.status >= 300 && outcome.status < 400 && outcome.location !== undefined;
    const target = isRedirect ? withinGateway(outcome.location ?? '', next, container, parties.facts) : undefined;
    const goesOn =
      target !== undefined &&
      target !== next &&
      redirects < maxRedirects &&
      reachedBy({ parties, port }, asked).length === 0;
    if (!goesOn) return asked;
    next = target;
  }
}

/** The roles whose containers were called for this answer. */
export function reachedBy({ parties }: Gateway, asked: Asked): string[] {
  return Object.keys(asked.calls).filter(role => {
    if ((asked.calls[role]?.calls ?? []).length === 0) return false;
    const hasRequests = (asked.calls[role]?.requests ?? []).length > 0;
    if (hasRequests) return requestFor(asked, role) !== undefined;
    // What the gateway says to this service could never be read (it may be encrypted): then a connection has to do.
    const service = parties.others[role]?.container;
    const said = parties.asked.probe.observations.filter(({ kind }) => kind === 'request') as { to: Endpoint }[];
    return service !== undefined && !said.some(({ to }) => routeTo(service, to, parties.facts) !== undefined);
  });
}

/** What the gateway asked of a role's container for this answer, other than whether it lives. */
export function requestFor({ path, calls }: Asked, role: string): HttpRequest | undefined {
  const asksForHealth = isHealthCheck(path);
  return calls[role]?.requests?.findLast(request => asksForHealth || !isHealthCheck(request.path));
}

function hostPort({ ports }: ContainerFacts): number | undefined {
  return ports.find(({ protocol, host }) => protocol === 'tcp' && host.length > 0)?.host[0]?.port;
}

/** The path to go on with where a redirect leads to the gateway itself; `undefined` if it leads away from it. */
function withinGateway(location: string, from: string, gateway: ContainerFacts, facts: Facts): string | undefined {
  const own = ['localhost', '127.0.0.1', ...callableNames(gateway), ...addressesOf(gateway)];
  const target = URL.parse(location, `http://localhost${from}`);
  if (target === null || !own.includes(target.hostname)) return undefined;
  const port = Number(target.port || 80);
  const isAnothers = facts.containers.some(
    ({ id, ports }) => id !== gateway.id && ports.some(({ host }) => host.some(at => at.port === port)),
  );
  return isAnothers ? undefined : target.pathname + target.search;
}
