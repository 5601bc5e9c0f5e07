import { type Message, withMore } from '../../base/message.ts';
import { shellQuote } from '../../base/shell-quote.ts';
import type { ContainerFacts } from '../../engine/facts.ts';
import { say } from '../../language/say.ts';
import { networkToAskOn } from '../../probes/ask-http.ts';
import type { HttpEvidence } from '../../probes/evidence/http-evidence.ts';
import type { Case, Player } from '../case.ts';
import { type CheckOf, defineCheck } from '../define-check.ts';
import type { Finding } from '../finding.ts';
import { wayTogether } from '../networks/shared-network.ts';
import { askRoles } from './ask-roles.ts';

declare module '../../challenge/definition.ts' {
  interface CheckParameters {
    'answers-http': { readonly role: string };
  }
}

const loopbackNames = /\b(127\.0\.0\.1|localhost)\b/g;

export const answersHttp = defineCheck({
  kind: 'answers-http',
  about: 'The container of `role` answers HTTP, with any status, at its own address on a network of the learner’s.',
  example: { role: 'server' },
  observes: askRoles,
  judge,
});

function judge({ role }: CheckOf<'answers-http'>, at: Case): Finding {
  const player = at.player(role);
  const expected = say('http.expected');
  const { container } = player;
  if (container === undefined) return at.withoutPlayer(player, expected);
  const stopped = at.notRunning(player, expected);
  if (stopped !== undefined) return stopped;
  const evidence = at.evidence.http[role];
  if (evidence === undefined) {
    if (networkToAskOn(container, [], at.evidence.facts) !== undefined) return at.notTold(role, expected);
    const observed = say('http.not-on-network', { name: container.name });
    return { verdict: 'blocked', observed, expected, next: wayTogether([container], at) };
  }
  const answer = evidence.attempts.find(({ outcome }) => outcome.ok);
  if (answer?.outcome.ok) {
    const address = `${evidence.address}:${answer.port}`;
    const observed = say('http.pass', {
      name: container.name,
      status: answer.outcome.status,
      address,
      network: evidence.network,
    });
    return { verdict: 'pass', observed, expected, next: '' };
  }
  return {
    verdict: 'fail',
    observed: whatIsWrong(container, evidence),
    expected,
    next: wayOut(player, evidence, at),
  };
}

function whatIsWrong(container: ContainerFacts, { loopback, attempts }: HttpEvidence): Message {
  const { name } = container;
  const [attempt] = attempts;
  const [hidden] = loopback;
  if (attempt === undefined && hidden !== undefined) return say('http.loopback', { name, port: hidden });
  if (attempt === undefined || attempt.outcome.ok) return say('http.silent', { name });
  const { reason, detail } = attempt.outcome;
  if (reason === 'not-http') return say('http.not-http', { name, port: attempt.port });
  if (reason === 'timeout') return withMore(say('http.timeout', { name, port: attempt.port }), toldItself(container));
  return say('http.failed', { name, port: attempt.port, detail });
}

/** Who asks itself instead of another waits for its own answer. The value may hold a password, so only its name is told. */
function toldItself({ env }: ContainerFacts): Message | undefined {
  const told = Object.entries(env).find(([, value]) =>
    /^\w+:\/\/([^/]*@)?(localhost|127\.\d+\.\d+\.\d+|\[::1\])/.test(value),
  );
  return told === undefined ? undefined : say('http.told-itself', { variable: told[0] });
}

/** Where the address came in from outside, running it again with another one helps; else the program has to change. */
function wayOut({ container }: Player, { loopback, attempts }: HttpEvidence, at: Case): string {
  if (container === undefined) return '';
  if (attempts.length > 0 || loopback.length === 0) return `docker logs --tail 20 ${shellQuote(container.name)}`;
  const given = [...Object.values(container.env), ...container.command].some(text => text.match(loopbackNames));
  if (!given) return `grep -rnE '127\\.0\\.0\\.1|localhost' .`;
  return at.recreate(container, { rewrite: text => text.replace(loopbackNames, '0.0.0.0') });
}
