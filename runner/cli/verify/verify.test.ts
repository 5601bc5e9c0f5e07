import { expect, test } from 'vitest';
import { exitCodeOf } from '../../app/exit-code-of.ts';
import type { Verdict } from '../../checks/verdict.ts';
import type { ToldObjective, ToldReport } from '../../verdict/told-report.ts';
import { changedObjectives } from './watch.ts';

function report(...verdicts: (Verdict | 'bonus fail' | 'bonus unknown')[]): ToldReport {
  const objectives = verdicts.map((text, index) => {
    const [verdict, bonus] = text.split(' ').toReversed();
    return { id: String(index), verdict, bonus: bonus === 'bonus' } as ToldObjective;
  });
  return { objectives } as unknown as ToldReport;
}

test.each<[Parameters<typeof report>, number]>([
  [['pass', 'pass'], 0],
  [['pass', 'bonus fail'], 0],
  [['pass', 'bonus unknown'], 0],
  [['pass', 'fail'], 1],
  [['fail', 'unknown'], 1],
  [['fail', 'blocked'], 1],
  [['pass', 'unknown'], 3],
  [['unknown', 'blocked'], 3],
  [['unknown', 'bonus fail'], 3],
])('%j ends with %d', (verdicts, code) => {
  expect(exitCodeOf(report(...verdicts))).toBe(code);
});

test('only verdicts that are another than before have changed', () => {
  const now = report('pass', 'fail', 'blocked');
  expect(changedObjectives(report('pass', 'blocked', 'blocked'), now).map(({ id }) => id)).toEqual(['1']);
  expect(changedObjectives(undefined, now)).toHaveLength(3);
});
