import { type Message, withMore } from '../../base/message.ts';
import { say } from '../../language/say.ts';
import type { VisitsEvidence } from '../../probes/evidence/store-evidence.ts';
import type { Case } from '../case.ts';
import { type CheckOf, defineCheck } from '../define-check.ts';
import { logsCommand } from '../docker-command.ts';
import type { Finding } from '../finding.ts';
import { countVisitors } from './count-visitors.ts';
import { pathNotFound } from './path-not-found.ts';
import { rowsAdded, tablesRewritten } from './store-counts.ts';
import { failureText, storeRefused } from './store-refused.ts';

declare module '../../challenge/definition.ts' {
  interface CheckParameters {
    /** Each request to the one adds a row, at least, to the other, a PostgreSQL. */
    'rows-per-request': { readonly from: string; readonly to: string };
  }
}

export const rowsPerRequest = defineCheck({
  kind: 'rows-per-request',
  about: 'Each request to `from` adds a row, at least, to `to`, a PostgreSQL.',
  example: { from: 'api', to: 'postgres' },
  observes: countVisitors,
  judge,
});

function judge({ from, to }: CheckOf<'rows-per-request'>, at: Case): Finding {
  const [api, database] = [at.player(from), at.player(to)];
  const expected = say('rows.expected');
  for (const player of [database, api]) if (player.container === undefined) return at.withoutPlayer(player, expected);
  if (api.container === undefined || database.container === undefined) throw new TypeError('unreachable');
  const stopped =
    at.notRunning(database, expected) ?? at.notRunning(api, expected) ?? storeRefused(database, at, expected);
  if (stopped !== undefined) return stopped;
  const visits = at.evidence.visits?.[from];
  if (visits?.rows === undefined) return at.notTold(`visits ${from}`, expected);
  const lost = pathNotFound(visits, api, expected, at);
  if (lost !== undefined) return lost;
  const { path, answers, failure, before, after } = visits.rows;
  const added = rowsAdded(before, after);
  const [name, apiName] = [database.container.name, api.container.name];
  if (areRowsAdded(visits))
    return {
      verdict: 'pass',
      observed: say('rows.pass', { requests: visits.requests, path, added, name }),
      expected,
      next: '',
    };
  const next = logsCommand(apiName);
  const fail = (observed: Message): Finding => ({ verdict: 'fail', observed, expected, next });
  if (failure !== undefined && answers.length < visits.requests)
    return fail(withMore(failureText(apiName, path, failure), at.lastWords(from)));
  const rewritten = tablesRewritten(after);
  if (added > 0) return fail(say('rows.fewer', { requests: answers.length, path, added, name }));
  if (rewritten.length > 0)
    return fail(say('rows.rewritten', { requests: answers.length, path, name, tables: rewritten }));
  if (after.tables.length === 0) return fail(say('rows.no-table', { requests: answers.length, path, name }));
  return fail(say('rows.none', { requests: answers.length, path, name, tried: visits.tried.length }));
}

/** Whether each of the requests added a row. */
export function areRowsAdded({ requests, rows }: VisitsEvidence): boolean {
  return rows !== undefined && rows.answers.length >= requests && rowsAdded(rows.before, rows.after) >= requests;
}
