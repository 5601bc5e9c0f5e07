import { expect, test } from 'vitest';
import type { Verdict } from '../checks/verdict.ts';
import { challengeNumber, fakeResult } from '../test/fakes/class.ts';
import { inEnglish } from '../test/fakes/in-english.ts';
import { aboutPlans, bestOf, isWhole, type PlanResult } from './best-attempt.ts';

const challenge = challengeNumber(1);

/** A result in which the first objectives have these verdicts, and the others fail. */
function resultOf(file: string, verdicts: readonly Verdict[], outcome: 'graded' | 'unknown' = 'graded'): PlanResult {
  const { objectives } = fakeResult({ challenge, digest: 'd' });
  return {
    plan: { kind: 'script', file, script: '', builder: 'classic', binds: {}, paths: {} },
    remarks: [],
    judged: { outcome, objectives: objectives.map((it, index) => ({ ...it, verdict: verdicts[index] ?? 'fail' })) },
  };
}

const none = resultOf('up.sh', []);
const some = resultOf('README.md', ['pass']);
const more = resultOf('run.sh', ['pass', 'pass']);

test('the most points count, and of as many the first', () => {
  expect(bestOf([none, some, more])).toBe(more);
  expect(bestOf([some, resultOf('x', ['pass'])])).toBe(some);
  expect(bestOf([none])).toBe(none);
  expect(() => bestOf([])).toThrow(RangeError);
});

test('what could not be told of the first plan is no zero for another one to win over, unless that one is whole', () => {
  const open = resultOf('up.sh', ['pass', 'unknown', 'unknown', 'unknown'], 'unknown');
  expect(bestOf([open, more])).toBe(open);
  const whole = resultOf(
    'y',
    challenge.objectives.map(() => 'pass' as const),
  );
  expect([isWhole(whole), isWhole(more), isWhole({ judged: { ...whole.judged, outcome: 'unknown' } })]).toEqual([
    true,
    false,
    false,
  ]);
  expect(bestOf([open, whole])).toBe(whole);
  expect(bestOf([more, open])).toBe(more);
});

test('which one counts is said where there were several', () => {
  expect(aboutPlans([none], none)).toEqual([]);
  expect(aboutPlans([none, more], more).map(inEnglish).join()).toMatch(
    /^Several ways .* run\.sh got furthest \(\d+ points\) and counts; others: up\.sh \(0\)\.$/,
  );
  expect(aboutPlans([more, none], more).map(inEnglish).join()).toMatch(
    /^run\.sh counts .* others|^run\.sh counts .* no further: up\.sh \(0\)\.$/,
  );
});
