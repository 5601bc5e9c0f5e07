import { expect, test } from 'vitest';
import type { HttpOutcome } from '../../../lab-images/probe/protocol.ts';
import type { Measured, RowsReading, StoreRefusal } from '../../probes/evidence/store-evidence.ts';
import { judgedStores, storeEvidence } from '../../test/fakes/recorded-stores.ts';
import type { Evidence } from '../evidence.ts';

const solution = storeEvidence('solution');
const rows = (evidence: Evidence) => judgedStores(evidence, 'counts-in-postgres');

function withRows(change: (rows: Measured<RowsReading>) => Partial<Measured<RowsReading>>): Evidence {
  const visits = solution.visits?.api;
  if (visits?.rows === undefined) throw new TypeError('the solution was not asked');
  return { ...solution, visits: { api: { ...visits, rows: { ...visits.rows, ...change(visits.rows) } } } };
}

const refusedBy = (refused: StoreRefusal): Evidence => ({
  ...solution,
  visits: {},
  stores: { ...solution.stores, postgres: { refused, dataFolder: undefined } },
});

test('as many rows as requests are enough, and more are no harm', () => {
  expect(rows(solution)).toMatchObject({ verdict: 'pass', observed: expect.stringContaining('added 5 rows') });
  const more = withRows(({ after }) => ({
    after: { ...after, tables: after.tables.map(table => ({ ...table, rows: (table.rows ?? 0) + 5 })) },
  }));
  expect(rows(more).verdict).toBe('pass');
});

test('fewer rows than requests are too few', () => {
  const fewer = withRows(({ before, after }) => ({
    after: {
      ...after,
      tables: after.tables.map((table, at) => ({ ...table, rows: (before.tables[at]?.rows ?? 0) + 1 })),
    },
  }));
  expect(rows(fewer)).toMatchObject({ verdict: 'fail', observed: expect.stringContaining('only 1 row to') });
});

test('an API that fails is told by its status and its log', () => {
  const failure: HttpOutcome = { ok: true, status: 500, durationMs: 1, contentType: '', body: '' };
  const failing = rows(withRows(({ before }) => ({ answers: [], failure, after: before })));
  expect(failing).toMatchObject({ verdict: 'fail', next: 'docker logs --tail 20 api' });
  expect(failing.observed).toContain('`api` answered 500 to `/`.');
});

test('one bad answer among the good ones is forgiven', () => {
  const failure: HttpOutcome = { ok: true, status: 503, durationMs: 1, contentType: '', body: '' };
  expect(rows(withRows(() => ({ failure }))).verdict).toBe('pass');
});

test('a database that does not let the lab in is nobody’s fault', () => {
  const detail = 'password authentication failed for user "postgres"';
  expect(rows(refusedBy({ reason: 'password', detail }))).toMatchObject({ verdict: 'unknown' });
  expect(rows(refusedBy({ reason: 'not-ready', detail: 'starting up' }))).toMatchObject({ verdict: 'unknown' });
  expect(rows(refusedBy({ reason: 'silent', detail: '' }))).toMatchObject({ verdict: 'fail' });
});

test('what the checker could not do is unknown', () => {
  expect(rows({ ...solution, visits: {}, faults: { 'visits api': 'the probe ended' } })).toMatchObject({
    verdict: 'unknown',
    observed: expect.stringContaining('the probe ended'),
    next: 'lab verify 3',
  });
});
