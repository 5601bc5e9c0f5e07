import { type Message, withMore } from '../../base/message.ts';
import { say } from '../../language/say.ts';
import type { Case } from '../case.ts';
import { type CheckOf, defineCheck } from '../define-check.ts';
import { logsCommand } from '../docker-command.ts';
import type { Finding } from '../finding.ts';
import { countVisitors } from './count-visitors.ts';
import { pathNotFound } from './path-not-found.ts';
import { counterAdvance, isCountShown } from './store-counts.ts';
import { failureText, storeRefused } from './store-refused.ts';

declare module '../../challenge/definition.ts' {
  interface CheckParameters {
    /** Each request to the one advances a counter in the other, a Redis, and the answer shows it. */
    'counter-per-request': { readonly from: string; readonly to: string };
  }
}

export const counterPerRequest = defineCheck({
  kind: 'counter-per-request',
  about: 'Each request to `from` advances a counter in `to`, a Redis, and the answer shows it.',
  example: { from: 'api', to: 'redis' },
  observes: countVisitors,
  judge,
});

function judge({ from, to }: CheckOf<'counter-per-request'>, at: Case): Finding {
  const [api, cache] = [at.player(from), at.player(to)];
  const expected = say('counter.expected');
  for (const player of [cache, api]) if (player.container === undefined) return at.withoutPlayer(player, expected);
  if (api.container === undefined || cache.container === undefined) throw new TypeError('unreachable');
  const stopped = at.notRunning(cache, expected) ?? at.notRunning(api, expected) ?? storeRefused(cache, at, expected);
  if (stopped !== undefined) return stopped;
  const visits = at.evidence.visits?.[from];
  if (visits?.counter === undefined) return at.notTold(`visits ${from}`, expected);
  const lost = pathNotFound(visits, api, expected, at);
  if (lost !== undefined) return lost;
  const { path, answers, failure, before, after } = visits.counter;
  const advance = counterAdvance(before, after);
  const [name, apiName] = [cache.container.name, api.container.name];
  const next = logsCommand(apiName);
  const fail = (observed: Message): Finding => ({ verdict: 'fail', observed, expected, next });
  if (failure !== undefined && answers.length < visits.requests)
    return fail(withMore(failureText(apiName, path, failure), at.lastWords(from)));
  if (advance === 0)
    return fail(say('counter.none', { requests: answers.length, path, name, tried: visits.tried.length }));
  if (advance < visits.requests) return fail(say('counter.fewer', { requests: answers.length, path, advance, name }));
  if (!isCountShown(answers, before, after))
    return fail(say('counter.hidden', { requests: answers.length, path, name, body: lastBody(answers) }));
  return {
    verdict: 'pass',
    observed: say('counter.pass', { requests: visits.requests, path, name, body: lastBody(answers) }),
    expected,
    next: '',
  };
}

const longest = 80;

function lastBody(answers: readonly { readonly ok: boolean; readonly body?: string }[]): string {
  const body = (answers.at(-1)?.body ?? '').replace(/\s+/g, ' ').trim();
  return body.length > longest ? `${body.slice(0, longest - 1)}…` : body;
}
