import { type Message, withMore } from '../../base/message.ts';
import { say, sayPaths } from '../../language/say.ts';
import type { GatewayEvidence, TriedPath } from '../../probes/evidence/gateway-evidence.ts';
import type { Case } from '../case.ts';
import { type CheckOf, defineCheck } from '../define-check.ts';
import type { Finding } from '../finding.ts';
import { askGateways } from './ask-gateways.ts';
import { lookAt, unanswered } from './gateway-answers.ts';

declare module '../../challenge/definition.ts' {
  interface CheckParameters {
    /** A request to the one makes it call the other. */
    'routes-to': { readonly from: string; readonly to: string };
  }
}

export const routesTo = defineCheck({
  kind: 'routes-to',
  about: 'A request to `from` makes it call `to`.',
  example: { from: 'gateway', to: 'users' },
  observes: askGateways,
  judge,
});

function judge({ from, to }: CheckOf<'routes-to'>, at: Case): Finding {
  const [gateway, service] = [at.player(from), at.player(to)];
  const nameOf = (role: string) => at.player(role).container?.name ?? at.player(role).role.suggested;
  const expected = say('routes.expected', { gateway: nameOf(from), service: nameOf(to) });
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
    return {
      verdict: 'pass',
      observed: say('routes.pass', { gateway: nameOf(from), path: route.path, service: nameOf(to) }),
      expected,
      next: '',
    };
  if (!evidence.captured) {
    const next = `lab verify ${at.challenge.number}`;
    return {
      verdict: 'unknown',
      observed: say('lab.could-not-tell', { reason: say('routes.not-captured') }),
      expected,
      next,
    };
  }
  const telling = tellingTry(evidence, to);
  if (telling === undefined && Object.keys(evidence.routes).length === 0) {
    // It serves something, but nobody has thought of under which paths.
    const paths = evidence.tried.filter(attempt => attempt.for === to).map(({ path }) => path);
    const named = { gateway: nameOf(from), service: nameOf(to) };
    const observed = say('routes.not-found', { ...named, paths: sayPaths(paths), entry: at.pathEntry(to) });
    return { verdict: 'unknown', observed, expected, next: lookAt(from, undefined, at) };
  }
  const observed = whatHappened(telling, evidence, { gateway: nameOf(from), service: nameOf(to), to }, nameOf);
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
): Message {
  const { gateway, service, to } = names;
  if (telling === undefined) {
    const paths = tried.filter(attempt => attempt.for === to).map(({ path }) => path);
    return say('routes.nowhere', { gateway, paths: paths.slice(0, 3), more: Math.max(0, paths.length - 3), service });
  }
  const { path, status, location, reached, refused, unknownNames } = telling;
  const [other] = reached;
  if (other !== undefined) return say('routes.other', { gateway, path, other: nameOf(other) });
  if (location !== undefined) return say('routes.redirect', { gateway, path, location });
  if (status === undefined) return say('routes.silent', { gateway, path });
  if (status < 300) return say('routes.own', { gateway, path, status });
  const [name] = unknownNames;
  const reason = refused.includes(to)
    ? say('routes.refused', { service })
    : name === undefined
      ? undefined
      : say('routes.unknown-name', { name });
  return withMore(say('routes.failed', { gateway, path, status }), reason);
}
