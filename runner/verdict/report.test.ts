import { expect, test } from 'vitest';
import type { Verdict } from '../checks/verdict.ts';
import { allRequiredPassed, type ObjectiveReport, type Report } from './report.ts';

const objective = (verdict: Verdict, bonus = false) => ({ verdict, bonus }) as ObjectiveReport;
const report = (...objectives: ObjectiveReport[]) => ({ objectives }) as unknown as Report;

test('all that is required has passed where only bonuses are left', () => {
  expect(allRequiredPassed(report(objective('pass'), objective('fail', true), objective('unknown', true)))).toBe(true);
});

test.each(['fail', 'blocked', 'unknown'] as const)('not where one is %s', verdict => {
  expect(allRequiredPassed(report(objective('pass'), objective(verdict), objective('pass', true)))).toBe(false);
});
