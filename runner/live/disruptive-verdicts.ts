import type { Challenge } from '../challenge/definition.ts';
import { isDisruptive } from '../checks/disruptive-checks.ts';
import { type ObjectiveReport, type Report, scoreOf } from '../verdict/report.ts';

/** What checks that disturb have found out, so that later ones, which leave everything as it is, need not forget it. */
export type DisruptiveVerdicts = ReadonlyMap<string, ObjectiveReport>;

export const noVerdicts: DisruptiveVerdicts = new Map();

/** What a report says that only a disturbance could tell. */
export function verdictsToKeep(challenge: Challenge, report: Report): DisruptiveVerdicts {
  const ids = challenge.objectives.filter(({ check }) => isDisruptive(check)).map(({ id }) => id);
  const isTold = ({ id, verdict }: ObjectiveReport) => ids.includes(id) && (verdict === 'pass' || verdict === 'fail');
  return new Map(report.objectives.filter(isTold).map(objective => [objective.id, objective]));
}

/** The report with what is kept where it could not tell itself. Pure. */
export function withKept(report: Report, kept: DisruptiveVerdicts): Report {
  if (kept.size === 0) return report;
  const objectives = report.objectives.map(objective =>
    objective.verdict === 'unknown' ? (kept.get(objective.id) ?? objective) : objective,
  );
  return { ...report, objectives, score: scoreOf(objectives) };
}
