import type { ToldSubmission } from './told-result.ts';

/** The grades of a class, with all that the reports tell: `results.json`. */
export interface Gradebook {
  readonly schema: 'lab.grades/2';
  /** ISO 8601. */
  readonly at: string;
  readonly language: 'en' | 'pt-BR';
  /** The lab's version. */
  readonly grader: string;
  /** The class's time zone, where the rubric says it: reports show times in it. */
  readonly timezone?: string;
  /** What the rubric is called, or empty. */
  readonly title: string;
  /** Canvas's number of the assignment, as the rubric says it, or empty. */
  readonly canvasAssignment: string;
  /** What an instructor should know of rubric, roster and overrides, in sentences: who is missing, what fits nobody. */
  readonly remarks: readonly string[];
  readonly challenges: readonly GradedChallenge[];
  /** By id, as people sort. */
  readonly students: readonly StudentGrade[];
}

/** A challenge as the rubric weighs it. */
export interface GradedChallenge {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  /** Points of the full mark. */
  readonly possible: number;
  /** The most that bonus objectives can add. */
  readonly bonusCap: number;
  readonly objectives: readonly GradedObjective[];
}

export interface GradedObjective {
  readonly id: string;
  readonly title: string;
  readonly points: number;
  readonly bonus: boolean;
}

/** One student's or team's grade. Points are rounded to hundredths. */
export interface StudentGrade {
  readonly id: string;
  /** What the roster says of the folder: name, e-mail, identifiers of the school's systems. Empty strings where nothing is known. */
  readonly identity: Identity;
  readonly works: readonly PartGrade[];
  /** Points, bonus included, before the deadline's penalty and the instructor's word on the whole. */
  readonly earned: number;
  readonly possible: number;
  /** What was taken off for handing in late, and why; 0 and empty where nothing was. */
  readonly penalty: { readonly points: number; readonly reason: string };
  /** What the instructor has set instead, where they have. */
  readonly override?: number;
  readonly comment: string;
  /** The grade: `override`, or `earned` less the penalty. */
  readonly final: number;
  /** True if something could not be told: an instructor has to look before it is published. */
  readonly needsAttention: boolean;
  readonly result: ToldSubmission;
}

export interface Identity {
  readonly name: string;
  readonly email: string;
  /** Canvas's own number. */
  readonly canvasId: string;
  readonly sisUserId: string;
  readonly sisLoginId: string;
  readonly section: string;
  /** Moodle's, such as `Participant 12345`. */
  readonly moodleId: string;
}

/** One challenge of one student, in points of the rubric. */
export interface PartGrade {
  readonly challenge: string;
  /** Without the bonus. */
  readonly earned: number;
  /** What bonus objectives add, within the cap. */
  readonly bonus: number;
  readonly possible: number;
  /** In the order of the challenge's objectives. */
  readonly objectives: readonly { readonly id: string; readonly earned: number; readonly points: number }[];
}
