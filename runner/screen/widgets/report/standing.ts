import type { Challenge } from '../../../challenge/definition.ts';
import type { Verdict } from '../../../checks/verdict.ts';
import type { ToldObjective, ToldReport } from '../../../verdict/told-report.ts';
import type { Standing } from '../../objectives.ts';

/** A verdict of a report, as the screen says it. */
export const standings: Readonly<Record<Verdict, Standing>> = {
  pass: 'met',
  fail: 'unmet',
  unknown: 'unknown',
  blocked: 'blocked',
};

/** The titles of what a blocked objective waits for; none for others. */
export function awaited(challenge: Challenge, report: ToldReport, { id, verdict }: ToldObjective): string[] {
  if (verdict !== 'blocked') return [];
  const needs = challenge.objectives.find(objective => objective.id === id)?.needs ?? [];
  return report.objectives.filter(one => needs.includes(one.id) && one.verdict !== 'pass').map(({ title }) => title);
}
