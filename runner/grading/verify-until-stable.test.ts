import { describe, expect, test } from 'vitest';
import { pairedMicroservices } from '../../challenges/04-paired-microservices/challenge.ts';
import type { Verdict } from '../checks/verdict.ts';
import { verbatim } from '../test/fakes/verbatim.ts';
import { type ObjectiveReport, type Report, scoreOf } from '../verdict/report.ts';
import { better, hangsOnOutages, withOutages } from './verify-until-stable.ts';

const bonus = 'fails-gracefully';

function reportOf(verdicts: Readonly<Record<string, Verdict>>, otherwise: Verdict = 'pass'): Report {
  const objectives = pairedMicroservices.objectives.map(
    ({ id, points, bonus }): ObjectiveReport => ({
      ...{ id, points, bonus, verdict: verdicts[id] ?? otherwise, durationMs: 0 },
      ...{ finding: verbatim(''), expected: verbatim(''), next: '' },
    }),
  );
  const engine = { version: '20.10.24', api: '1.41', source: '' } as Report['engine'];
  const frame = { challenge: pairedMicroservices.id, at: '' };
  return { ...frame, engine, bindings: [], score: scoreOf(objectives), objectives };
}

describe('whether outages have something to tell', () => {
  test('they have where only they keep it open', () => {
    expect(hangsOnOutages(pairedMicroservices, reportOf({ [bonus]: 'unknown' }))).toBe(true);
  });
  test('they have not where it waits for something else, or is known', () => {
    expect(hangsOnOutages(pairedMicroservices, reportOf({ [bonus]: 'blocked' }))).toBe(false);
    expect(hangsOnOutages(pairedMicroservices, reportOf({}))).toBe(false);
  });
});

test('an outage tells of outages, and takes nothing else away', () => {
  const before = reportOf({ [bonus]: 'unknown' });
  const after = reportOf({ [bonus]: 'pass' }, 'fail');
  const both = withOutages(pairedMicroservices, before, after);
  expect(both.objectives.every(({ verdict }) => verdict === 'pass')).toBe(true);
  expect(both.score).toEqual({ earned: 20, possible: 20, bonus: 3 });
  const failed = withOutages(pairedMicroservices, before, reportOf({ [bonus]: 'fail' }));
  expect(failed.score).toEqual({ earned: 20, possible: 20, bonus: 0 });
});

test('what was true once was true', () => {
  const [good, bad] = [reportOf({}), reportOf({ 'calls-on-request': 'fail' })];
  expect(better(good, bad)).toBe(good);
  expect(better(bad, good)).toBe(good);
});
