import { expect, test } from 'vitest';
import type { HttpOutcome } from '../../lab-images/probe/protocol.ts';
import { compareAnswers, showsData } from './compare-answers.ts';

const answer = (body: string, status = 200): HttpOutcome => ({
  ok: true,
  status,
  durationMs: 1,
  contentType: 'application/json',
  body,
});
const sample = (body: string, status?: number) => ({ path: '/products', outcome: answer(body, status) });

test('what the callee said at any time counts, whichever answer shows it', () => {
  const samples = [sample('{"quote":"Hoje é domingo"}'), sample('{"quote":"Pede cachimbo"}')];
  const data = compareAnswers([answer('nada'), answer('pede cachimbo')], samples);
  expect(data).toMatchObject({ enough: true, changes: true, shown: ['Pede cachimbo'], telling: 2 });
});

test('times and counters that change are no change of the data', () => {
  const samples = [
    sample('{"item":"Anchor","at":"2026-11-21T01:00:00Z"}'),
    sample('{"item":"Anchor","at":"2026-11-21T01:00:01Z"}'),
  ];
  expect(compareAnswers([answer('{}')], samples)).toMatchObject({ changes: false, enough: false, sample: 'Anchor' });
});

test('error pages have no data, neither the one’s nor the other’s', () => {
  expect(showsData(answer('Anchor', 500), [sample('["Anchor"]')])).toBe(false);
  const data = compareAnswers([answer('no such page')], [sample('no such page', 404)]);
  expect(data).toMatchObject({ telling: 0, enough: false, asked: [{ path: '/products', status: 404 }] });
});

test('where the callee was not asked there is nothing to compare', () => {
  expect(compareAnswers([answer('Anchor')], [])).toBeUndefined();
});
