import { expect, test } from 'vitest';
import type { HttpOutcome } from '../../../lab-images/probe/protocol.ts';
import type { CounterReading, Measured } from '../../probes/evidence/store-evidence.ts';
import { judgedStores, storeEvidence } from '../../test/fakes/recorded-stores.ts';
import type { Evidence } from '../evidence.ts';

const solution = storeEvidence('solution');
const found = (evidence: Evidence) => judgedStores(evidence, 'counts-in-redis');

function withCounter(change: Partial<Measured<CounterReading>>): Evidence {
  const visits = solution.visits?.api;
  if (visits?.counter === undefined) throw new TypeError('the solution was not asked');
  return { ...solution, visits: { api: { ...visits, counter: { ...visits.counter, ...change } } } };
}

const reading = (n: number): CounterReading => ({ commands: {}, values: { '0:n': n } });
const answers = (...bodies: string[]): HttpOutcome[] =>
  bodies.map(body => ({ ok: true, status: 200, durationMs: 1, contentType: '', body }));

test('a counter that advances and is shown is right, whichever way it is kept', () => {
  expect(found(solution)).toMatchObject({ verdict: 'pass', observed: expect.stringContaining('visits') });
  const set = withCounter({ before: reading(7), after: reading(12), answers: answers('8', '9', '10', '11', '12') });
  expect(found(set).verdict).toBe('pass');
});

test('one that does not move, or not often enough, is told', () => {
  expect(found(withCounter({ before: reading(7), after: reading(7) }))).toMatchObject({
    verdict: 'fail',
    observed: /no counter/,
  });
  expect(found(withCounter({ before: reading(7), after: reading(9) }))).toMatchObject({
    verdict: 'fail',
    observed: /by only 2/,
  });
});

test('one that nobody is shown is told, with what is shown instead', () => {
  const hidden = withCounter({ before: reading(7), after: reading(12), answers: answers('a', 'b', 'c', 'd', 'olá') });
  expect(found(hidden)).toMatchObject({ verdict: 'fail', observed: /do not show its number: “olá”/ });
});

test('a Redis that does not let the lab in is nobody’s fault', () => {
  const redis = { refused: { reason: 'password', detail: 'NOAUTH' } as const, dataFolder: undefined };
  const evidence = { ...solution, visits: {}, stores: { ...solution.stores, redis } };
  expect(found(evidence)).toMatchObject({ verdict: 'unknown', observed: /NOAUTH/ });
});
