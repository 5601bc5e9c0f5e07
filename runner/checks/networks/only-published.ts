import type { Message } from '../../base/message.ts';
import type { ContainerFacts } from '../../engine/facts.ts';
import { say } from '../../language/say.ts';
import type { Case, Player } from '../case.ts';
import { type CheckOf, defineCheck } from '../define-check.ts';
import { freePort, hostPorts } from '../docker-command.ts';
import type { Finding } from '../finding.ts';
import { askGateways } from '../gateway/ask-gateways.ts';

declare module '../../challenge/definition.ts' {
  interface CheckParameters {
    /** Only the role's container is reachable from outside, by a published port; the hidden roles' are not. */
    'only-published': { readonly role: string; readonly hidden: readonly string[] };
  }
}

export const onlyPublished = defineCheck({
  kind: 'only-published',
  about: '`role` is published to the host, on a port that it listens on; the `hidden` ones are not.',
  example: { role: 'gateway', hidden: ['users', 'orders'] },
  observes: askGateways,
  judge,
});

function judge({ role, hidden }: CheckOf<'only-published'>, at: Case): Finding {
  const entry = at.player(role);
  const others = hidden.map(other => at.player(other));
  const nameOf = (player: Player) => player.container?.name ?? player.role.suggested;
  const expected = say('published.expected', { gateway: nameOf(entry), hidden: others.map(nameOf) });
  const exposed = others.flatMap(({ container }) => container ?? []).find(isOpen);
  if (exposed !== undefined) {
    const observed =
      exposed.networkMode === 'host'
        ? say('published.on-host', { name: exposed.name })
        : say('published.exposed', { name: exposed.name, port: hostPorts(exposed)[0]?.host ?? 0 });
    const network = exposed.networkMode === 'host' ? { network: at.challenge.suggestedNetwork } : {};
    return { verdict: 'fail', observed, expected, next: at.recreate(exposed, { publish: [], ...network }) };
  }
  const missing = [entry, ...others].find(player => player.container === undefined);
  if (missing !== undefined)
    return missing === entry ? at.withoutPlayer(entry, expected) : at.waitingFor(missing, expected);
  const { container } = entry;
  if (container === undefined) throw new TypeError('unreachable');
  const stopped = at.notRunning(entry, expected);
  if (stopped !== undefined) return stopped;
  return entryFinding(entry, container, others.map(nameOf), expected, at);
}

function entryFinding(
  entry: Player,
  container: ContainerFacts,
  hidden: readonly string[],
  expected: Message,
  at: Case,
): Finding {
  const { name } = container;
  const published = hostPorts(container);
  const listens = at.evidence.http[entry.role.id]?.reachable ?? [];
  const answering = at.evidence.http[entry.role.id]?.attempts.find(({ outcome }) => outcome.ok)?.port ?? listens[0];
  const [first] = published;
  const open = published.find(port => listens.length === 0 || listens.includes(port.container));
  if (open !== undefined)
    return {
      verdict: 'pass',
      observed: say('published.pass', { gateway: name, port: open.host, hidden }),
      expected,
      next: '',
    };
  const inside = answering ?? container.ports[0]?.container ?? suggestedPort(entry);
  const outside = first?.host ?? freePort(suggestedPort(entry), at.evidence.facts.containers);
  const observed =
    first === undefined
      ? say('published.not-published', { gateway: name })
      : say('published.wrong-port', {
          gateway: name,
          host: first.host,
          container: first.container,
          listens: answering ?? 0,
        });
  return { verdict: 'fail', observed, expected, next: at.recreate(container, { publish: [`${outside}:${inside}`] }) };
}

const isOpen = (container: ContainerFacts) => container.networkMode === 'host' || hostPorts(container).length > 0;

/** The host's port in the command that the brief suggests. */
function suggestedPort({ role }: Player): number {
  return Number(/--publish[ =](?:[\d.]+:)?(\d+):/.exec(role.run)?.[1] ?? 8080);
}
