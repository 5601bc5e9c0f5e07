import { shellQuote } from '../../base/shell-quote.ts';
import { say } from '../../language/say.ts';
import type { Case } from '../case.ts';
import { type CheckOf, defineCheck } from '../define-check.ts';
import { between } from '../evidence.ts';
import type { Finding } from '../finding.ts';
import { askCallers } from './ask-callers.ts';

declare module '../../challenge/definition.ts' {
  interface CheckParameters {
    /** The one's answer contains what the other says. */
    'shows-data': { readonly from: string; readonly to: string };
  }
}

export const showsData = defineCheck({
  kind: 'shows-data',
  about: 'The answer of `from` contains what `to` says to the same question.',
  example: { from: 'consumer', to: 'provider' },
  observes: askCallers,
  judge,
});

function judge({ from, to }: CheckOf<'shows-data'>, at: Case): Finding {
  const [caller, callee] = [at.player(from), at.player(to)];
  const nameOf = (player: typeof caller) => player.container?.name ?? player.role.suggested;
  const names = { from: nameOf(caller), to: nameOf(callee) };
  const expected = say('data.expected', names);
  for (const player of [callee, caller]) if (player.container === undefined) return at.waitingFor(player, expected);
  const evidence = at.evidence.requests?.[between(from, to)];
  const data = evidence?.data;
  if (evidence === undefined || data === undefined) return at.notTold(between(from, to), expected);
  if (data.enough)
    return {
      verdict: 'pass',
      observed: say('data.pass', { ...names, shown: data.shown[0] ?? '' }),
      expected,
      next: '',
    };
  const network = at.evidence.http[from]?.network ?? at.challenge.suggestedNetwork;
  const ask = (name: string, port: number, path: string) =>
    `docker run --rm --network ${shellQuote(network)} --entrypoint curl lab/node:26-dev --silent --include ${shellQuote(`http://${name}:${port}${path}`)}`;
  const askCaller = ask(names.from, evidence.port, evidence.path ?? '/');
  const logs = `docker logs --tail 20 ${shellQuote(names.from)}`;
  const status = evidence.rounds.at(-1)?.status;
  const failed = data.asked.find(asked => (asked.status ?? 0) >= 400);
  if (failed?.status !== undefined)
    return {
      verdict: 'fail',
      observed: say('data.callee-error', { ...names, path: failed.path, status: failed.status }),
      expected,
      next: logs,
    };
  if (status === undefined)
    return { verdict: 'fail', observed: say('data.no-answer', { from: names.from }), expected, next: logs };
  if (status >= 400)
    return { verdict: 'fail', observed: say('data.error', { from: names.from, status }), expected, next: logs };
  if (data.telling === 0) {
    const port = at.evidence.http[to]?.attempts.find(({ outcome }) => outcome.ok)?.port ?? 80;
    const next = ask(names.to, port, data.asked[0]?.path ?? '/');
    return { verdict: 'unknown', observed: say('data.too-little', { to: names.to }), expected, next };
  }
  if (data.changes) return { verdict: 'unknown', observed: say('data.changes', names), expected, next: askCaller };
  return {
    verdict: 'fail',
    observed: say('data.missing', { ...names, sample: data.sample }),
    expected,
    next: askCaller,
  };
}
