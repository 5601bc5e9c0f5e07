import { expect, test } from 'vitest';
import { networkedContainers as challenge } from '../../challenges/01-networked-containers/challenge.ts';
import type { Verdict } from '../checks/verdict.ts';
import type { ObjectiveReport, Report } from '../verdict/report.ts';
import { noVerdicts, verdictsToKeep, withKept } from './disruptive-verdicts.ts';

/** A report of challenge 1 in which the bonus has this verdict, and all else has passed. */
function report(bonus: Verdict): Report {
  const objectives = challenge.objectives.map(
    ({ id, points, bonus: isBonus }) =>
      ({ id, points, bonus: isBonus, verdict: isBonus ? bonus : 'pass' }) as ObjectiveReport,
  );
  return { objectives, score: { earned: 20, possible: 20, bonus: 0 } } as unknown as Report;
}
const bonusOf = ({ objectives, score }: Report) => [objectives.find(({ bonus }) => bonus)?.verdict, score.bonus];

test.each(['pass', 'fail'] as const)('what a disturbance told (%s) stays where a later check cannot tell', told => {
  const kept = verdictsToKeep(challenge, report(told));
  expect(kept.size).toBe(1);
  expect(bonusOf(withKept(report('unknown'), kept))).toEqual([told, told === 'pass' ? 2 : 0]);
});

test('what a later check tells itself counts more', () => {
  const kept = verdictsToKeep(challenge, report('pass'));
  expect(bonusOf(withKept(report('blocked'), kept))[0]).toBe('blocked');
  expect(bonusOf(withKept(report('fail'), kept))[0]).toBe('fail');
});

test('nothing is kept where nothing was told', () => {
  expect(verdictsToKeep(challenge, report('unknown'))).toEqual(noVerdicts);
  expect(bonusOf(withKept(report('unknown'), noVerdicts))[0]).toBe('unknown');
});
