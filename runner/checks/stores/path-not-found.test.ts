import { describe, expect, test } from 'vitest';
import type { VisitsEvidence } from '../../probes/evidence/store-evidence.ts';
import { judgedStores, storeEvidence } from '../../test/fakes/recorded-stores.ts';

const solution = storeEvidence('solution');
const seen = solution.visits?.api;
if (seen?.rows === undefined || seen.counter === undefined) throw new TypeError('the solution was not asked');
const { rows, counter } = seen;
const still = { rows: { ...rows, after: rows.before }, counter: { ...counter, after: counter.before } };

const ok = (path: string) => ({ path, status: 200 });
const none = (path: string) => ({ path, status: 404 });

function verdicts(change: Partial<VisitsEvidence>) {
  const visits = { api: { ...seen, ...still, ...change } as VisitsEvidence };
  return ['counts-in-postgres', 'counts-in-redis'].map(id => judgedStores({ ...solution, visits }, id));
}
const words = (change: Partial<VisitsEvidence>) => verdicts(change).map(({ verdict }) => verdict);

describe('where nothing moved in any store', () => {
  test.each([
    ['a front page alone', [ok('/'), none('/visits'), none('/acessos')]],
    ['pages that count nothing', [ok('/'), ok('/sobre')]],
    ['no page at all', [none('/'), none('/visits')]],
  ])('the path is not known with %s, and what was tried is told', (_, tried) => {
    for (const { verdict, observed } of verdicts({ tried })) {
      expect(verdict).toBe('unknown');
      for (const { path } of tried) expect(observed).toContain(`\`${path}\``);
    }
  });

  test.each([
    ['a path was given', { given: '/', tried: [ok('/')] }],
    ['all paths of the author were asked for', { knowsPaths: true, tried: [ok('/'), ok('/entrar')] }],
    ['an answer failed', { tried: [ok('/'), { path: '/entrar', status: 500 }] }],
    ['an answer did not come', { tried: [{ path: '/', status: undefined }] }],
  ])('it does not count where %s', (_, change) => expect(words(change)).toEqual(['fail', 'fail']));
});

test('a path that moves one store is the one, and the other store fails', () => {
  expect(words({ tried: [ok('/')], counter })).toEqual(['fail', 'pass']);
  expect(words({ tried: [ok('/')], rows })).toEqual(['pass', 'fail']);
});
