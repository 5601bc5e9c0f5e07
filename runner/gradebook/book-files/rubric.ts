import type { Identity } from '../gradebook.ts';

/** How the instructor weighs the challenges: `rubric.json`, schema `lab.rubric/1`. Read by `parseRubric`. */
export interface Rubric {
  readonly title: string;
  /** The class's time zone, a name of the IANA's; empty if it is not said. */
  readonly timezone: string;
  /** Canvas's number of the assignment, or empty. */
  readonly canvasAssignment: string;
  /** The ids of the challenges that count; `undefined` if all do. */
  readonly counts: readonly string[] | undefined;
  /** By the challenge's id. */
  readonly challenges: ReadonlyMap<string, ChallengeRubric>;
  readonly lateness: Lateness | undefined;
  /** True if submissions that leave all to Compose are translated and run. */
  readonly translatesCompose: boolean;
  /** Submission's id → when it was handed in, ISO 8601. */
  readonly submitted: ReadonlyMap<string, string>;
}

/** Points of one challenge. What is undefined is as the challenge itself says it. */
export interface ChallengeRubric {
  /** Of the full mark. */
  readonly points: number | undefined;
  /** The most that bonus objectives add, in the same points. */
  readonly bonusCap: number | undefined;
  /** Objective's id → its points, before they are scaled to the challenge's. */
  readonly objectives: ReadonlyMap<string, number>;
}

/** What handing in late takes off. */
export interface Lateness {
  /** ISO 8601. */
  readonly deadline: string;
  /** The one that takes most counts; they are not added. */
  readonly steps: readonly PenaltyStep[];
  /** The most that is taken off, in percent of what was earned. */
  readonly most: number;
}

/** `after`: later than so many hours. `every`: for each begun period of so many hours. */
export interface PenaltyStep {
  readonly kind: 'after' | 'every';
  readonly hours: number;
  /** Of the points that were earned. */
  readonly percent: number;
}

/** Which submission is whose: `roster.csv`. Read by `parseRoster`. */
export interface Roster {
  readonly entries: readonly RosterEntry[];
}

/** One student. Several with the same folder are a team, and share its grade. */
export interface RosterEntry {
  /** The submission's id; empty where nothing was handed in. */
  readonly folder: string;
  readonly identity: Identity;
  /** ISO 8601; `undefined` if it is not known. */
  readonly submitted: string | undefined;
}

/** The instructor's word: `overrides.json`, schema `lab.overrides/1`. Read by `parseOverrides`. */
export interface Overrides {
  /** By the student's id. */
  readonly students: ReadonlyMap<string, StudentOverride>;
  /** What in it fits no challenge, in sentences. */
  readonly remarks: readonly string[];
}

export interface StudentOverride {
  /** The grade itself, whatever was earned. */
  readonly final: number | undefined;
  readonly comment: string;
  /** By the challenge's id. */
  readonly challenges: ReadonlyMap<string, PartOverride>;
}

export interface PartOverride {
  /** Of the challenge, bonus included. */
  readonly points: number | undefined;
  /** Objective's id → points. */
  readonly objectives: ReadonlyMap<string, number>;
}
