import { type Message, withMore } from '../../base/message.ts';
import type { ContainerFacts } from '../../engine/facts.ts';
import { roleTitle, say } from '../../language/say.ts';
import type { Case } from '../case.ts';
import { type CheckOf, defineCheck } from '../define-check.ts';
import { logsCommand } from '../docker-command.ts';
import { between } from '../evidence.ts';
import type { Finding } from '../finding.ts';
import { byNameCommand } from '../networks/by-name-command.ts';
import { wayOf } from '../networks/way-of.ts';
import { countVisitors } from './count-visitors.ts';

declare module '../../challenge/definition.ts' {
  interface CheckParameters {
    /** The stores are reached by their names, and not from the host. */
    'private-by-name': { readonly from: string; readonly stores: readonly string[] };
  }
}

/** How many of the paths that were asked for are named. */
const named = 3;

export const privateByName = defineCheck({
  kind: 'private-by-name',
  about: 'The stores are reached by name on the network, and from nowhere else: none of their ports is published.',
  example: { from: 'api', stores: ['postgres', 'redis'] },
  observes: countVisitors,
  judge,
});

function judge({ from, stores }: CheckOf<'private-by-name'>, at: Case): Finding {
  const players = stores.map(store => at.player(store));
  const api = at.player(from);
  const expected = say('private.expected', { role: roleTitle(from) });
  for (const player of [...players, api]) if (player.container === undefined) return at.withoutPlayer(player, expected);
  const containers = players.flatMap(({ container }) => container ?? []);
  const open = containers.find(container => publishedPort(container) !== undefined);
  if (open !== undefined) {
    const observed = say('private.published', { name: open.name, endpoint: publishedPort(open) ?? '' });
    return { verdict: 'fail', observed, expected, next: at.recreate(open, { unpublished: true }) };
  }
  const stopped = [api, ...players].map(player => at.notRunning(player, expected)).find(Boolean);
  if (stopped !== undefined) return { ...stopped, verdict: 'blocked' };
  const findings = players.map(({ role, container }) => reached(from, role.id, api.container, container, at, expected));
  const order = ['fail', 'unknown', 'blocked', 'pass'];
  const [worst] = [...findings].sort((one, other) => order.indexOf(one.verdict) - order.indexOf(other.verdict));
  if (worst === undefined || worst.verdict !== 'pass') return worst ?? at.notTold(from, expected);
  return {
    ...worst,
    observed: say('private.pass', { role: roleTitle(from), ways: findings.map(({ observed }) => observed) }),
  };
}

function reached(
  from: string,
  to: string,
  api: ContainerFacts | undefined,
  store: ContainerFacts | undefined,
  at: Case,
  expected: Message,
): Finding {
  const key = between(from, to);
  const evidence = at.evidence.calls[key];
  if (api === undefined || store === undefined || evidence === undefined) return at.notTold(key, expected);
  const way = wayOf(evidence, api, store);
  const byName = () => byNameCommand(api, store, evidence, at);
  switch (way.by) {
    case 'name':
      return { verdict: 'pass', observed: say('private.by-name', { name: way.name }), expected, next: '' };
    case 'address': {
      const observed =
        way.sign === 'hosts-file'
          ? say('private.hosts-file', { from: api.name, to: store.name, entry: way.target })
          : say('private.by-address', { from: api.name, to: store.name, address: way.target });
      return { verdict: 'fail', observed, expected, next: byName() };
    }
    case 'published':
      return {
        verdict: 'fail',
        observed: say('private.detour', { from: api.name, to: store.name, endpoint: way.target }),
        expected,
        next: byName(),
      };
    case 'none':
      return {
        verdict: 'blocked',
        observed: withMore(say('private.no-call', { from: api.name, to: store.name }), whatWasAsked(from, api, at)),
        expected,
        next: logsCommand(api.name),
      };
    case 'unclear':
      return unclear(api, store, at.evidence.written?.[key], expected);
  }
}

/** For which paths the API was asked meanwhile, and how to tell the lab of another. */
function whatWasAsked(from: string, api: ContainerFacts, at: Case): Message | undefined {
  const { evidence } = at;
  const wasAsked = evidence.http[from]?.attempts.some(({ outcome }) => outcome.ok) ?? false;
  const paths = evidence.visits?.[from]?.tried.map(({ path }) => path) ?? (wasAsked ? ['/'] : []);
  if (paths.length === 0) return undefined;
  return say('private.asked', {
    name: api.name,
    paths: paths.slice(0, named),
    more: Math.max(0, paths.length - named),
    entry: at.pathEntry(from),
  });
}

/** It asked name servers before we looked, and was not told whom to call: its program's files have the last word. */
function unclear(
  api: ContainerFacts,
  store: ContainerFacts,
  written: { readonly address: string | undefined } | undefined,
  expected: Message,
): Finding {
  if (written === undefined) {
    const next = `docker restart ${api.name}`;
    return { verdict: 'unknown', observed: say('private.unclear', { from: api.name, to: store.name }), expected, next };
  }
  if (written.address === undefined)
    return { verdict: 'pass', observed: say('private.by-name', { name: store.name }), expected, next: '' };
  const observed = say('private.written', { from: api.name, to: store.name, address: written.address });
  const pattern = written.address.replaceAll('.', '\\.');
  return { verdict: 'fail', observed, expected, next: `grep -rn '${pattern}' .` };
}

function publishedPort({ ports }: ContainerFacts): string | undefined {
  const port = ports.find(({ host }) => host.length > 0);
  const [host] = port?.host ?? [];
  return port === undefined || host === undefined ? undefined : `${host.address || '0.0.0.0'}:${host.port}`;
}
