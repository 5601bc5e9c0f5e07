import type { EngineVersion } from '../engine/facts.ts';

/**
 * `pass`; `fail`; `blocked`: an objective it needs has not passed; `unknown`: the engine or the checker could not tell,
 * which is never the learner's fault.
 */
export type Verdict = 'pass' | 'fail' | 'blocked' | 'unknown';

/** The verdicts of one run, in the learner's language. Renderers only draw it. Its JSON is `lab.verify/1`. */
export interface Report {
  readonly schema: 'lab.verify/1';
  readonly challenge: string;
  /** The challenge's title, in the language of the report. */
  readonly title: string;
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
  /** What the role is called in a sentence, such as `the server`. */
  readonly title: string;
  /** Undefined where none was found, or where several could be meant. */
  readonly name: string | undefined;
  readonly how: 'bind' | 'name' | 'structure' | 'none' | 'ambiguous';
  readonly because: string;
}

export interface ObjectiveReport {
  readonly id: string;
  readonly title: string;
  readonly points: number;
  readonly bonus: boolean;
  readonly verdict: Verdict;
  readonly observed: string;
  readonly expected: string;
  readonly why: string;
  /** A command that makes progress as it stands; empty where the objective is met. */
  readonly next: string;
  readonly durationMs: number;
}

/** True where every objective that is no bonus has passed. */
export function allRequiredPassed(report: Report): boolean {
  return report.objectives.every(objective => objective.bonus || objective.verdict === 'pass');
}

/** What the verdicts are worth. */
export function scoreOf(objectives: readonly ObjectiveReport[]): Report['score'] {
  const points = (of: readonly ObjectiveReport[]) => of.reduce((total, objective) => total + objective.points, 0);
  const required = objectives.filter(objective => !objective.bonus);
  const passed = (objective: ObjectiveReport) => objective.verdict === 'pass';
  return {
    earned: points(required.filter(passed)),
    possible: points(required),
    bonus: points(objectives.filter(objective => objective.bonus && passed(objective))),
  };
}
