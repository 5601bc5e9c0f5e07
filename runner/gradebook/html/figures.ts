import type { ToldObjective } from '../../verdict/told-report.ts';
import type { Gradebook, GradedChallenge, StudentGrade } from '../gradebook.ts';

/** What is counted over a class. Parts are of 1; `undefined` if there is nothing to count. */
export interface Figures {
  readonly students: number;
  readonly attention: number;
  /** Of the students whose grade is told; of their part of the full mark. */
  readonly mean: number | undefined;
  readonly median: number | undefined;
  /** How many have 0–9 %, 10–19 %, … 90 % and more. */
  readonly bins: readonly number[];
  readonly challenges: readonly ChallengeFigures[];
}

export interface ChallengeFigures {
  readonly challenge: GradedChallenge;
  readonly handedIn: number;
  /** Points, over those who handed it in and whose work could be judged. */
  readonly mean: number | undefined;
  /** In the challenge's order: how many met it, of how many of whom it could be told. */
  readonly objectives: readonly {
    readonly title: string;
    readonly bonus: boolean;
    readonly met: number;
    readonly told: number;
    readonly reasons: readonly Reason[];
  }[];
}

/** Why an objective was not met: what was found with several students, by its code; those that most had come first. */
export interface Reason {
  readonly students: number;
  /** What was said to the first of them. */
  readonly example: string;
  /** Whether the same was said to all of them: names differ, and so may sentences. */
  readonly isSameForAll: boolean;
}

const maxReasons = 3;

/** A student's part of the full mark; more than 1 where bonus goes beyond it. */
export function partOf({ final, possible }: Pick<StudentGrade, 'final' | 'possible'>): number {
  return possible > 0 ? final / possible : 0;
}

/** Counts a class. What could not be told counts nowhere. Pure. */
export function figuresOf({ students, challenges }: Gradebook): Figures {
  const told = students
    .filter(({ needsAttention }) => !needsAttention)
    .map(partOf)
    .toSorted((one, other) => one - other);
  const binOf = (part: number) => Math.max(0, Math.min(9, Math.floor(Math.round(part * 10_000) / 1_000)));
  return {
    students: students.length,
    attention: students.length - told.length,
    mean: meanOf(told),
    median: medianOf(told),
    // Whole hundredths of a percent: 0.7 is not quite 7 tenths to a computer.
    bins: Array.from({ length: 10 }, (_, bin) => told.filter(part => binOf(part) === bin).length),
    challenges: challenges.map(challenge => challengeFigures(challenge, students)),
  };
}

function challengeFigures(challenge: GradedChallenge, students: readonly StudentGrade[]): ChallengeFigures {
  const parts = students.flatMap(student => {
    const part = student.result.works.find(one => one.challenge === challenge.id);
    const grade = student.works.find(one => one.challenge === challenge.id);
    return part && grade && part.outcome !== 'not-submitted' ? [{ part, grade }] : [];
  });
  const judged = parts.filter(
    ({ part }) => part.outcome !== 'unknown' && part.objectives.every(({ verdict }) => verdict !== 'unknown'),
  );
  return {
    challenge,
    handedIn: parts.length,
    mean: meanOf(judged.map(({ grade }) => grade.earned + grade.bonus)),
    objectives: challenge.objectives.map(({ id, title, bonus }) => {
      const judgedOnes = parts.flatMap(({ part }) => part.objectives.filter(objective => objective.id === id));
      const verdicts = judgedOnes.map(({ verdict }) => verdict).filter(verdict => verdict !== 'unknown');
      const met = verdicts.filter(verdict => verdict === 'pass').length;
      return { title, bonus, met, told: verdicts.length, reasons: reasonsOf(judgedOnes) };
    }),
  };
}

function reasonsOf(objectives: readonly ToldObjective[]): Reason[] {
  const failed = Map.groupBy(
    objectives.filter(({ verdict }) => verdict === 'fail'),
    ({ code }) => code,
  );
  return [...failed.values()]
    .map(those => ({
      students: those.length,
      example: those[0]?.observed ?? '',
      isSameForAll: those.every(({ observed }) => observed === those[0]?.observed),
    }))
    .toSorted((one, other) => other.students - one.students)
    .slice(0, maxReasons);
}

function meanOf(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function medianOf(sorted: readonly number[]): number | undefined {
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
