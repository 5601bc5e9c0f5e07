import type { EngineVersion } from '../engine/facts.ts';
import type { Message } from '../language/message.ts';

/**
 * `pass`; `fail`; `blocked`: an objective it needs has not passed; `unknown`: the engine or the checker could not tell,
 * which is never the learner's fault.
 */
export type Verdict = 'pass' | 'fail' | 'blocked' | 'unknown';

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

/** Which container plays a role, and how that was found. */
export interface BindingReport {
  readonly role: string;
  /** `undefined` if none was found, or if several could be meant. */
  readonly name: string | undefined;
  readonly how: 'bind' | 'name' | 'structure' | 'none' | 'ambiguous';
  readonly because: readonly Message[];
  /** Those that could be meant; none where it is clear. */
  readonly candidates: readonly string[];
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

/** True where every objective that is no bonus has passed. */
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
