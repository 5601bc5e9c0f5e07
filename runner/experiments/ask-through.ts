import type { ContainerFacts, Facts } from '../engine/facts.ts';
import { addressesOf } from '../roles/addresses.ts';
import { callableNames } from '../roles/names.ts';
import { type Asked, askAndCount, type Parties } from './ask-and-count.ts';
import type { CallEvidence } from './calls.ts';

export const answerMs = 5_000;
const mostBody = 16_384;
const mostRedirects = 3;

/** A probe tells of at most 100 packets a second: after so many, the next request waits a moment. */
const mostSeen = 50;

/** Paths that are asked for to see whether somebody lives: such calls come at any time, unasked. */
const healthCheck = /^\/(?:[\w-]+\/)*(health|healthz|healthcheck|live|livez|ready|readyz|ping|saude|status)\/?$/i;

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
    if (seen.length > mostSeen) await probe.until(() => false, 1_000, signal);
    const asked = await askAndCount(parties, { path: next, port, timeoutMs: answerMs, host, mostBody }, signal);
    const { outcome } = asked;
    const isRedirect = outcome.ok && outcome.status >= 300 && outcome.status < 400 && outcome.location !== undefined;
    const target = isRedirect ? withinGateway(outcome.location ?? '', next, container, parties.facts) : undefined;
    const goesOn =
      target !== undefined && target !== next && redirects < mostRedirects && reachedBy(asked).length === 0;
    if (!goesOn) return asked;
    next = target;
  }
}

/** The roles whose containers were called for this answer. */
export function reachedBy({ path, calls }: Asked): string[] {
  return Object.keys(calls).filter(role => isCalled(path, calls[role]));
}

function isCalled(path: string, evidence: CallEvidence | undefined): boolean {
  if (evidence === undefined || evidence.calls.length === 0) return false;
  const requests = evidence.requests ?? [];
  const areHealthChecks = requests.length > 0 && requests.every(request => healthCheck.test(pathOnly(request.path)));
  return !areHealthChecks || healthCheck.test(pathOnly(path));
}

const pathOnly = (target: string) => target.split('?')[0] ?? '';

function hostPort({ ports }: ContainerFacts): number | undefined {
  return ports.find(({ protocol, host }) => protocol === 'tcp' && host.length > 0)?.host[0]?.port;
}

/** The path to go on with where a redirect leads to the gateway itself; undefined where it leads away from it. */
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
