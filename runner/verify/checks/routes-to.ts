import type { Check } from '../../challenge/definition.ts';
import type { GatewayEvidence, TriedPath } from '../../experiments/gateway-evidence.ts';
import { gatewayMessages } from '../../language/checks-gateway.ts';
import { triedPaths } from '../../language/tried-paths.ts';
import type { Case } from '../case.ts';
import type { Finding } from '../finding.ts';
import { lookAt, unanswered } from './gateway-answers.ts';

/** A request to one role's container makes it call the other's. */
export function routesTo({ from, to }: Extract<Check, { kind: 'routes-to' }>, at: Case): Finding {
  const t = gatewayMessages[at.language].routes;
  const [gateway, service] = [at.player(from), at.player(to)];
  const nameOf = (role: string) => at.player(role).container?.name ?? at.player(role).role.suggested;
  const expected = t.expected(nameOf(from), nameOf(to));
  for (const player of [gateway, service])
    if (player.container === undefined) return at.withoutPlayer(player, expected);
  const stopped = at.notRunning(gateway, expected) ?? at.notRunning(service, expected);
  if (stopped !== undefined) return stopped;
  const silent = unanswered(from, expected, at) ?? unanswered(to, expected, at);
  if (silent !== undefined) return silent;
  const evidence = at.evidence.gateways?.[from];
  if (evidence === undefined) return at.notTold(from, expected);
  const route = evidence.routes[to];
  if (route !== undefined)
    return { verdict: 'pass', observed: t.pass(nameOf(from), route.path, nameOf(to)), expected, next: '' };
  if (!evidence.captured) {
    const next = `lab verify ${at.challenge.number}`;
    return { verdict: 'unknown', observed: at.t.couldNotTell(t.notCaptured), expected, next };
  }
  const telling = tellingTry(evidence, to);
  if (telling === undefined && Object.keys(evidence.routes).length === 0) {
    // It serves something, but nobody has thought of under which paths.
    const paths = evidence.tried.filter(attempt => attempt.for === to).map(({ path }) => path);
    const entry = at.pathEntry(to);
    const observed = t.notFound(nameOf(from), nameOf(to), triedPaths(paths, at.language), entry);
    return { verdict: 'unknown', observed, expected, next: lookAt(from, undefined, at) };
  }
  const observed = whatHappened(telling, evidence, { gateway: nameOf(from), service: nameOf(to), to }, nameOf, at);
  return { verdict: 'fail', observed, expected, next: lookAt(from, telling?.path, at) };
}

/** What says most about why a service was not reached: a path of its own to which something came. */
function tellingTry({ tried }: GatewayEvidence, to: string): TriedPath | undefined {
  const own = tried.filter(attempt => attempt.for === to);
  return (
    own.find(({ reached }) => reached.length > 0) ??
    own.find(({ refused, unknownNames }) => refused.includes(to) || unknownNames.length > 0) ??
    own.find(({ status = 0 }) => status >= 200 && status < 300) ??
    own.find(({ status = 0, location }) => status >= 300 && status < 400 && location !== undefined) ??
    own.find(({ status = 0 }) => status !== 404) ??
    own.find(({ status }) => status === undefined)
  );
}

function whatHappened(
  telling: TriedPath | undefined,
  { tried }: GatewayEvidence,
  names: { gateway: string; service: string; to: string },
  nameOf: (role: string) => string,
  { language }: Case,
): string {
  const t = gatewayMessages[language].routes;
  const { gateway, service, to } = names;
  if (telling === undefined) {
    const paths = tried.filter(attempt => attempt.for === to).map(({ path }) => path);
    return t.nowhere(gateway, paths.slice(0, 3), Math.max(0, paths.length - 3), service);
  }
  const { path, status, location, reached, refused, unknownNames } = telling;
  const [other] = reached;
  if (other !== undefined) return t.other(gateway, path, nameOf(other));
  if (location !== undefined) return t.redirect(gateway, path, location);
  if (status === undefined) return t.silent(gateway, path);
  if (status < 300) return t.own(gateway, path, status);
  const [name] = unknownNames;
  const reason = refused.includes(to) ? t.refused(service) : name === undefined ? '' : t.unknownName(name);
  return t.failed(gateway, path, status) + reason;
}
