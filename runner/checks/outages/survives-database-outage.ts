import { type Message, withMore } from '../../base/message.ts';
import { roleTitle, say } from '../../language/say.ts';
import type { Case } from '../case.ts';
import { type CheckOf, defineCheck } from '../define-check.ts';
import { logsCommand } from '../docker-command.ts';
import { between } from '../evidence.ts';
import type { Finding } from '../finding.ts';
import { failureText } from '../stores/store-refused.ts';
import { stopDatabases } from './stop-databases.ts';

declare module '../../challenge/definition.ts' {
  interface CheckParameters {
    /** While `to`, a database, is stopped, `from` says so soon; afterwards it answers as before. */
    'survives-database-outage': { readonly from: string; readonly to: string };
  }
}

export const survivesDatabaseOutage = defineCheck({
  kind: 'survives-database-outage',
  about:
    'While `to`, a database, is stopped, `from` says so soon and claims no success; afterwards it works as before.',
  example: { from: 'api', to: 'postgres' },
  observes: stopDatabases,
  disrupts: 'stop',
  judge,
});

function judge({ from, to }: CheckOf<'survives-database-outage'>, at: Case): Finding {
  const [api, database] = [at.player(from), at.player(to)];
  const expected = say('database-outage.expected', { role: roleTitle(from) });
  for (const player of [database, api]) if (player.container === undefined) return at.waitingFor(player, expected);
  if (api.container === undefined || database.container === undefined) throw new TypeError('unreachable');
  const stopped = at.notRunning(database, expected) ?? at.notRunning(api, expected);
  if (stopped !== undefined) return { ...stopped, verdict: 'blocked' };
  const key = between(from, to);
  const [name, apiName] = [database.container.name, api.container.name];
  const outage = at.evidence.databaseOutages?.[key];
  if (outage === undefined) {
    if (at.evidence.faults[`outage ${key}`] !== undefined) return at.notTold(`outage ${key}`, expected);
    if (database.container.autoRemove) {
      const next = at.recreate(database.container, {});
      return { verdict: 'unknown', observed: say('database-outage.would-be-gone', { database: name }), expected, next };
    }
    const bind = database.binding?.how === 'structure' ? ` --bind ${to}=${name}` : '';
    const next = `lab verify ${at.challenge.number} --disrupt${bind}`;
    return { verdict: 'unknown', observed: say('database-outage.not-tried', { database: name }), expected, next };
  }
  const { path, during, ended, recoveredMs, after } = outage;
  const next = logsCommand(apiName);
  const fail = (observed: Message): Finding => ({ verdict: 'fail', observed, expected, next });
  if (ended) return fail(withMore(say('database-outage.ended', { api: apiName, database: name }), at.lastWords(from)));
  if (!during.ok) {
    return fail(
      during.reason === 'timeout'
        ? say('database-outage.hangs', { api: apiName, database: name })
        : say('database-outage.silent', { api: apiName, database: name, detail: during.detail }),
    );
  }
  if (during.status < 400)
    return fail(say('database-outage.claims', { api: apiName, database: name, status: during.status }));
  if (recoveredMs === undefined) {
    return fail(
      withMore(
        say('database-outage.lost', { role: roleTitle(from), database: name }),
        after === undefined ? undefined : failureText(apiName, path, after),
      ),
    );
  }
  const observed = say('database-outage.pass', {
    api: apiName,
    database: name,
    status: during.status,
    ms: recoveredMs,
  });
  return { verdict: 'pass', observed, expected, next: '' };
}
