import type { HttpOutcome } from '../../../lab-images/probe/protocol.ts';
import type { Asked } from '../../probes/ask-and-count.ts';
import { answerMs, askThrough, type Gateway, reachedBy, requestFor } from '../../probes/ask-through.ts';
import type { GatewayEvidence, Relay, RouteEvidence, TriedPath } from '../../probes/evidence/gateway-evidence.ts';

/** Nobody's path, at the root and below it. */
const nobodys = ['/estaleiro-404', '/estaleiro/404/nothing-here'];

/** An id that no service has. */
const unknownId = '999999999';

/** A gateway that does not answer in time is not asked for everything. */
const maxSilences = 2;
const maxMs = 10_000;

/**
 * Active, but gentle: asks a gateway for paths, each service's own candidates in their order, until one makes it call
 * that service; then compares what it passes on with what the service says itself; and asks for what nobody has.
 */
export async function askGateway(
  gateway: Gateway,
  candidates: Readonly<Record<string, readonly string[]>>,
  signal: AbortSignal,
): Promise<GatewayEvidence> {
  const tried: TriedPath[] = [];
  const routes: Record<string, RouteEvidence> = {};
  const began = performance.now();
  for (const [service, paths] of Object.entries(candidates)) {
    let silences = 0;
    for (const path of paths) {
      const asked = await askThrough(gateway, path, signal);
      tried.push(triedPath(gateway, path, service, asked));
      if (reachedBy(gateway, asked).includes(service)) {
        routes[service] = { path, relays: await relaysOf(gateway, service, path, asked, signal) };
        break;
      }
      if (!asked.outcome.ok && ++silences >= maxSilences) break;
      if (performance.now() - began > maxMs) break;
    }
  }
  const unknown = await Promise.all(
    nobodys.map(async path => ({ path, outcome: await askOnly(gateway, path, signal) })),
  );
  return { port: gateway.port, tried, routes, unknown, captured: gateway.parties.asked.probe.captures };
}

/** One answer, without looking at who is called for it. */
export function askOnly(
  { parties, port }: Gateway,
  path: string,
  signal: AbortSignal,
  timeoutMs = answerMs,
): Promise<HttpOutcome> {
  const { address, probe } = parties.asked;
  return probe.http({ address, port, path, host: `localhost:${port}`, timeoutMs }, signal);
}

function triedPath(gateway: Gateway, path: string, service: string, asked: Asked): TriedPath {
  const { outcome, calls } = asked;
  const roles = Object.keys(calls);
  const questions = roles.flatMap(role => calls[role]?.questions ?? []);
  const found = new Set(questions.filter(question => question.found).map(({ name }) => name));
  const unknownNames = questions.filter(({ name }) => !found.has(name)).map(({ name }) => name);
  return {
    path,
    for: service,
    status: outcome.ok ? outcome.status : undefined,
    ...(outcome.ok && outcome.location !== undefined ? { location: outcome.location } : {}),
    reached: reachedBy(gateway, asked),
    refused: roles.filter(role => (calls[role]?.refused ?? []).length > 0),
    unknownNames: [...new Set(unknownNames)],
  };
}

/** The found path itself, an id that is not there, and, where the path alone is nothing, an id that may be there. */
async function relaysOf(
  gateway: Gateway,
  service: string,
  path: string,
  first: Asked,
  signal: AbortSignal,
): Promise<Relay[]> {
  const relays = [await relayOf(gateway, service, first, signal)];
  const below = path.replace(/\/$/, '').replace(/\/1$/, '');
  const isNothing = first.outcome.ok && first.outcome.status === 404;
  for (const id of isNothing ? ['1', unknownId] : [unknownId]) {
    const asked = await askThrough(gateway, `${below}/${id}`, signal);
    if (reachedBy(gateway, asked).includes(service)) relays.push(await relayOf(gateway, service, asked, signal));
  }
  return relays;
}

/** Asks the service itself, from inside its own namespace, for what the gateway has just asked of it. */
async function relayOf({ parties }: Gateway, service: string, asked: Asked, signal: AbortSignal): Promise<Relay> {
  const evidence = asked.calls[service];
  const request = requestFor(asked, service);
  const to = evidence?.calls.findLast(({ route }) => route === 'direct')?.to;
  const { container, probe } = parties.others[service] ?? {};
  const relay = { path: asked.path, answer: asked.outcome, asked: request?.path };
  if (request === undefined || to === undefined || probe === undefined) return { ...relay, direct: [] };
  const host = evidence?.hosts.at(-1) ?? `${container?.name}:${to.port}`;
  const target = { ...to, path: request.path, host, timeoutMs: answerMs, mostBody: 16_384 };
  const outcome = await probe.http(target, signal);
  const isSame = outcome.ok && asked.outcome.ok && outcome.body === asked.outcome.body;
  return { ...relay, direct: isSame ? [outcome] : [outcome, await probe.http(target, signal)] };
}
