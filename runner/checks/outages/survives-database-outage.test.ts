import { expect, test } from 'vitest';
import type { HttpOutcome } from '../../../lab-images/probe/protocol.ts';
import type { DatabaseOutage } from '../../probes/evidence/store-evidence.ts';
import { judgedStores, storeEvidence } from '../../test/fakes/recorded-stores.ts';
import type { Evidence } from '../evidence.ts';

const notStopped = storeEvidence('not-stopped');
const found = (evidence: Evidence) => judgedStores(evidence, 'survives-database-outage');
const status = (code: number): HttpOutcome => ({ ok: true, status: code, durationMs: 1, contentType: '', body: '' });
const well: DatabaseOutage = { path: '/', during: status(503), ended: false, recoveredMs: 700, after: status(200) };
const outage = (change: Partial<DatabaseOutage>) =>
  found({ ...notStopped, databaseOutages: { 'api>postgres': { ...well, ...change } } });

test('an error while the database is away, and none afterwards, is right', () => {
  expect(outage({})).toMatchObject({ verdict: 'pass', next: '' });
});

test.each([
  [{ during: status(200), recoveredMs: undefined }, /still answered 200/],
  [{ during: { ok: false, reason: 'timeout', detail: '' } as const }, /within 10 s/],
  [{ during: { ok: false, reason: 'refused', detail: 'nobody' } as const }, /did not answer: nobody/],
  [{ ended: true }, /ended too/],
  [{ recoveredMs: undefined, after: status(500) }, /did not recover within 15 s. `api` answered 500/],
])('%j is not', (change, observed) => {
  expect(outage(change)).toMatchObject({ verdict: 'fail', observed, next: 'docker logs --tail 20 api' });
});

test('without consent nothing is stopped, and the way to give it is told', () => {
  expect(found(notStopped)).toMatchObject({ verdict: 'unknown', next: 'lab verify 3 --disrupt' });
  const bindings = notStopped.bindings.map(binding => ({ ...binding, how: 'structure' as const }));
  expect(found({ ...notStopped, bindings }).next).toBe('lab verify 3 --disrupt --bind postgres=postgres');
});

test('what would be gone once it stops is not stopped', () => {
  const id = notStopped.bindings.find(({ role }) => role === 'postgres')?.container;
  const containers = notStopped.facts.containers.map(it => (it.id === id ? { ...it, autoRemove: true } : it));
  const finding = found({ ...notStopped, facts: { ...notStopped.facts, containers } });
  expect(finding).toMatchObject({ verdict: 'unknown', observed: expect.stringContaining('--rm') });
  expect(finding.next).toMatch(/^docker rm --force postgres && docker run --detach --name postgres/);
});

test('what the checker could not do is unknown', () => {
  expect(found({ ...notStopped, faults: { 'outage api>postgres': 'no answer' } })).toMatchObject({
    verdict: 'unknown',
    observed: expect.stringContaining('no answer'),
  });
});
