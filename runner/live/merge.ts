import type { Inspection } from '../verdict/inspect.ts';
import { type Report, scoreOf } from '../verdict/report.ts';

/** What inspection has just told, and of the rest what was known before. Pure. */
export function withInspection({ report, pending }: Pick<Inspection, 'report' | 'pending'>, before: Report): Report {
  const known = new Map(before.objectives.map(objective => [objective.id, objective]));
  const objectives = report.objectives.map(objective =>
    pending.includes(objective.id) ? (known.get(objective.id) ?? objective) : objective,
  );
  return { ...report, objectives, score: scoreOf(objectives) };
}

/** True if every objective has the same verdict in both. */
export function haveSameVerdicts(one: Report | undefined, other: Report): boolean {
  return (
    one !== undefined &&
    other.objectives.every(({ id, verdict }) =>
      one.objectives.some(objective => objective.id === id && objective.verdict === verdict),
    )
  );
}

/** A check that was overtaken: what inspection has told since is newer, but who plays what is better known. */
export function withNewer(found: Report, inspection: Inspection): Report {
  return { ...withInspection(inspection, found), bindings: found.bindings };
}
