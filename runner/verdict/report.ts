import type { Message } from '../base/message.ts';
import type { Verdict } from '../checks/verdict.ts';
import type { EngineVersion } from '../engine/facts.ts';
import type { BindingReport } from '../roles/binding-report.ts';

/** The verdicts of one run, as data: it belongs to no language. `tellReport` makes sentences of it. */
export interface Report {
  /** The challenge's id. */
  readonly challenge: string;
  /** ISO 8601. */
  readonly at: string;
  readonly engine: EngineVersion & { readonly source: string };
  readonly bindings: readonly BindingReport[];
  /** Points; `bonus` is what was earned beyond `possible`. */
  readonly score: { readonly earned: number; readonly possible: number; readonly bonus: number };
  readonly objectives: readonly ObjectiveReport[];
}

export interface ObjectiveReport {
  readonly id: string;
  readonly points: number;
  readonly bonus: boolean;
  readonly verdict: Verdict;
  /** What was seen. */
  readonly finding: Message;
  readonly expected: Message;
  /** A command that makes progress as it stands; empty where the objective is met. */
  readonly next: string;
  readonly durationMs: number;
}

/** What of a verdict decides the points. */
export type Scored = Pick<ObjectiveReport, 'points' | 'bonus' | 'verdict'>;

/** True if every objective that is no bonus has passed. */
export function allRequiredPassed(report: {
  readonly objectives: readonly Pick<Scored, 'bonus' | 'verdict'>[];
}): boolean {
  return report.objectives.every(objective => objective.bonus || objective.verdict === 'pass');
}

/** What the verdicts are worth. */
export function scoreOf(objectives: readonly Scored[]): Report['score'] {
  const points = (of: readonly Scored[]) => of.reduce((total, objective) => total + objective.points, 0);
  const required = objectives.filter(objective => !objective.bonus);
  const passed = (objective: Scored) => objective.verdict === 'pass';
  return {
    earned: points(required.filter(passed)),
    possible: points(required),
    bonus: points(objectives.filter(objective => objective.bonus && passed(objective))),
  };
}
