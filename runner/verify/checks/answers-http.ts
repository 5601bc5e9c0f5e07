import type { Check } from '../../challenge/definition.ts';
import type { ContainerFacts } from '../../engine/facts.ts';
import { networkToAskOn } from '../../experiments/ask-http.ts';
import type { HttpEvidence } from '../../experiments/evidence.ts';
import type { Case, Player } from '../case.ts';
import { shellQuote } from '../docker-command.ts';
import type { Finding } from '../finding.ts';
import { wayTogether } from './shared-network.ts';

const loopbackNames = /\b(127\.0\.0\.1|localhost)\b/g;

/** The role's container answers HTTP at its own address on a user-defined network. */
export function answersHttp({ role }: Extract<Check, { kind: 'answers-http' }>, at: Case): Finding {
  const { t } = at;
  const player = at.player(role);
  const expected = t.http.expected;
  const { container } = player;
  if (container === undefined) return at.withoutPlayer(player, expected);
  const stopped = at.notRunning(player, expected);
  if (stopped !== undefined) return stopped;
  const evidence = at.evidence.http[role];
  if (evidence === undefined) {
    if (networkToAskOn(container, [], at.evidence.facts) !== undefined) return at.notTold(role, expected);
    const observed = t.http.notOnNetwork(container.name);
    return { verdict: 'blocked', observed, expected, next: wayTogether([container], at) };
  }
  const answer = evidence.attempts.find(({ outcome }) => outcome.ok);
  if (answer?.outcome.ok) {
    const address = `${evidence.address}:${answer.port}`;
    const observed = t.http.pass(container.name, answer.outcome.status, address, evidence.network);
    return { verdict: 'pass', observed, expected, next: '' };
  }
  return {
    verdict: 'fail',
    observed: whatIsWrong(container, evidence, at),
    expected,
    next: wayOut(player, evidence, at),
  };
}

function whatIsWrong(container: ContainerFacts, { reachable, loopback, attempts }: HttpEvidence, { t }: Case): string {
  const { name } = container;
  const [attempt] = attempts;
  const [hidden] = loopback;
  if (attempt === undefined && hidden !== undefined) return t.http.loopback(name, hidden);
  if (attempt === undefined || attempt.outcome.ok) return reachable.length === 0 ? t.http.silent(name) : '';
  const { reason, detail } = attempt.outcome;
  if (reason === 'not-http') return t.http.notHttp(name, attempt.port);
  if (reason === 'timeout') return [t.http.timeout(name, attempt.port), ...toldItself(container, t)].join(' ');
  return t.http.failed(name, attempt.port, detail);
}

/** Who asks itself instead of another waits for its own answer. The value may hold a password, so only its name is told. */
function toldItself({ env }: ContainerFacts, t: Case['t']): string[] {
  const told = Object.entries(env).find(([, value]) =>
    /^\w+:\/\/([^/]*@)?(localhost|127\.\d+\.\d+\.\d+|\[::1\])/.test(value),
  );
  return told === undefined ? [] : [t.http.toldItself(told[0])];
}

/** Where the address came in from outside, running it again with another one helps; else the program has to change. */
function wayOut({ container }: Player, { loopback, attempts }: HttpEvidence, at: Case): string {
  if (container === undefined) return '';
  if (attempts.length > 0 || loopback.length === 0) return `docker logs --tail 20 ${shellQuote(container.name)}`;
  const given = [...Object.values(container.env), ...container.command].some(text => text.match(loopbackNames));
  if (!given) return `grep -rnE '127\\.0\\.0\\.1|localhost' .`;
  return at.recreate(container, { rewrite: text => text.replace(loopbackNames, '0.0.0.0') });
}
