import { expect, test } from 'vitest';
import { reportWith } from '../test/fakes/report.ts';
import { learnHint, learnLanguage, learnOpened, learnReport, learnSolution, learnTime } from './learn.ts';
import { isKnown, mergeProgress, withoutChallenges } from './merge.ts';
import { noProgress, type Progress, progressOf, stateOf } from './progress.ts';

const noon = Date.UTC(2026, 10, 20, 12);
const minute = 60_000;
const all = (...parts: Progress[]) => parts.reduce((one, other) => mergeProgress(one, other), noProgress);

test('a challenge begins when it is opened, and is done once all that is required was met', () => {
  expect(stateOf(progressOf(noProgress, 'one'))).toBe('new');
  const begun = all(learnOpened('one', noon), learnReport(reportWith({ a: 'pass', b: 'fail' }, noon)));
  expect(stateOf(progressOf(begun, 'one'))).toBe('begun');
  expect(stateOf(progressOf(learnTime('one', minute), 'one'))).toBe('begun');
  const done = mergeProgress(begun, learnReport(reportWith({ a: 'pass', b: 'pass' }, noon + minute)));
  expect(stateOf(progressOf(done, 'one'))).toBe('done');
  expect(progressOf(done, 'one')).toMatchObject({
    firstOpenedAt: '2026-11-20T12:00:00.000Z',
    completedAt: '2026-11-20T12:01:00.000Z',
    objectives: { a: '2026-11-20T12:00:00.000Z', b: '2026-11-20T12:01:00.000Z' },
  });
});

test('what was reached stays, though a later report is worse; the last report is the latest, whatever comes last', () => {
  const best = learnReport(reportWith({ a: 'pass', b: 'pass', extra: 'pass' }, noon));
  const worse = learnReport(reportWith({ a: 'fail', b: 'unknown', extra: 'fail' }, noon + minute));
  for (const merged of [all(best, worse), all(worse, best)]) {
    expect(progressOf(merged, 'one')).toMatchObject({
      best: { earned: 6, bonus: 2 },
      completedAt: '2026-11-20T12:00:00.000Z',
      lastReport: { at: '2026-11-20T12:01:00.000Z', earned: 0, possible: 6, bonus: 0, met: [] },
    });
  }
});

test('times are added up, except where both tell of the same hours', () => {
  const saved = all(learnTime('one', 4 * minute), learnTime('one', 1.4));
  expect(progressOf(saved, 'one').spentMs).toBe(4 * minute + 1);
  expect(progressOf(mergeProgress(saved, saved, 'longest'), 'one').spentMs).toBe(4 * minute + 1);
  expect(progressOf(mergeProgress(saved, learnTime('one', -5)), 'one').spentMs).toBe(4 * minute + 1);
});

test('the highest hint counts, and the first look at the solution', () => {
  const merged = all(
    learnHint('one', 'a', 3, noon),
    learnHint('one', 'a', 1, noon - minute),
    learnHint('one', 'b', 1, noon),
    learnSolution('one', noon + minute),
    learnSolution('one', noon),
  );
  expect(progressOf(merged, 'one')).toMatchObject({
    firstOpenedAt: '2026-11-20T11:59:00.000Z',
    hints: { a: 3, b: 1 },
    solutionSeenAt: '2026-11-20T12:00:00.000Z',
  });
});

test('merging keeps what only one side knows, in any order, and nothing twice', () => {
  const mine = all(learnReport(reportWith({ a: 'pass', b: 'fail' }, noon)), learnLanguage('pt-BR'));
  const theirs = all(learnOpened('two', noon), learnHint('one', 'b', 2, noon + minute));
  const merged = mergeProgress(mine, theirs, 'longest');
  expect(Object.keys(merged.challenges)).toEqual(['one', 'two']);
  expect(merged.language).toBe('pt-BR');
  expect(mergeProgress(theirs, mine, 'longest')).toEqual(merged);
  expect(mergeProgress(merged, theirs, 'longest')).toEqual(merged);
  expect(isKnown(merged, theirs)).toBe(true);
  expect(isKnown(mine, theirs)).toBe(false);
  expect(isKnown(merged, learnLanguage('en'))).toBe(false);
});

test('forgetting a challenge leaves the others and the language', () => {
  const saved = all(learnOpened('one', noon), learnOpened('two', noon), learnLanguage('pt-BR'));
  const left = withoutChallenges(saved, ['one']);
  expect(Object.keys(left.challenges)).toEqual(['two']);
  expect(left.language).toBe('pt-BR');
});

test('a challenge named like something every object has is nothing special', () => {
  expect(progressOf(noProgress, 'constructor')).toMatchObject({ spentMs: 0 });
  expect(progressOf(all(learnTime('constructor', 7)), 'constructor').spentMs).toBe(7);
});
