import { between } from '../evidence.ts';
import type { Experiment, Run } from '../run.ts';
import { countVisitors } from '../stores/count-visitors.ts';
import { areRowsAdded } from '../stores/rows-per-request.ts';
import { stopDatabase } from './stop-database.ts';

/** Disruptive: stops a database under its API, where that is allowed and the API has been seen to count in it. */
export const stopDatabases: Experiment = {
  name: 'database outage',
  about: 'requests while the database is stopped, and afterwards',
  stage: 'disturb',
  needs: [countVisitors],
  async experiment(run: Run): Promise<void> {
    for (const { from, to } of run.checks('survives-database-outage')) {
      const pair = run.pairs().find(candidate => candidate.from === from && candidate.to === to);
      const visits = run.evidence.visits?.[from];
      const address = run.evidence.http[from]?.address;
      if (pair === undefined || visits?.rows === undefined || address === undefined) continue;
      const mayStop = areRowsAdded(visits) && !pair.callee.autoRemove && run.mayDisturb(to, pair.callee);
      if (!mayStop) continue;
      const page = { address, port: visits.port, path: visits.rows.path };
      const parties = { api: pair.caller, database: pair.callee };
      const { engine, probes } = run;
      await run.try(`outage ${between(from, to)}`, async signal => {
        const outage = await stopDatabase(engine, run.options.journal, parties, page, probes, signal);
        run.evidence.databaseOutages = { ...run.evidence.databaseOutages, [between(from, to)]: outage };
      });
    }
  },
};
