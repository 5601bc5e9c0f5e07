import { withMore } from '../../base/message.ts';
import { shellQuote } from '../../base/shell-quote.ts';
import { say } from '../../language/say.ts';
import type { Case } from '../case.ts';
import { type CheckOf, defineCheck } from '../define-check.ts';
import type { Finding } from '../finding.ts';
import { type Kept, keptOf, mainDatabase, wayToStart, withoutFound } from './kept.ts';
import { experimentVolumes } from './volume-experiments.ts';

declare module '../../challenge/definition.ts' {
  interface CheckParameters {
    'has-rows': { readonly volume: string; readonly by: string };
  }
}

export const hasRows = defineCheck({
  kind: 'has-rows',
  about: 'A table in the volume’s database has a row.',
  example: { volume: 'data', by: 'writer' },
  observes: experimentVolumes,
  judge,
});

function judge(check: CheckOf<'has-rows'>, at: Case): Finding {
  const expected = say('table-rows.expected');
  const kept = keptOf(check, at);
  const database = mainDatabase(kept);
  if (database === undefined) return withoutFound(kept, at, expected);
  const { path, tables, error } = database;
  const filled = tables.filter(({ rows }) => rows > 0);
  if (filled.length > 0)
    return { verdict: 'pass', observed: say('table-rows.pass', { list: filled.slice(0, 3) }), expected, next: '' };
  const next = wayToRows(kept, at);
  if (error !== undefined)
    return { verdict: 'fail', observed: say('table-rows.unreadable', { path, said: error }), expected, next };
  const list = tables.map(({ name }) => name).slice(0, 3);
  const nothing = list.length === 0 ? say('table-rows.no-table', { path }) : say('table-rows.no-row', { path, list });
  const { keeper } = kept;
  const observed = withMore(nothing, at.neverRan(keeper)?.observed, at.lastWords(keeper.role.id));
  return { verdict: 'fail', observed, expected, next };
}

function wayToRows(kept: Kept, at: Case): string {
  const { container } = kept.keeper;
  if (container === undefined) return wayToStart(kept, at);
  const neverRan = at.neverRan(kept.keeper);
  if (neverRan !== undefined) return neverRan.next;
  const [published] = container.ports.flatMap(({ host }) => host);
  if (container.state === 'running' && published !== undefined) return `curl http://127.0.0.1:${published.port}/`;
  if (container.state === 'exited' && container.exitCode === 0) return `docker start ${shellQuote(container.name)}`;
  return `docker logs --tail 20 ${shellQuote(container.name)}`;
}
