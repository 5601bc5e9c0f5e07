import type { Language } from '../base/language.ts';
import type { Challenge } from '../challenge/definition.ts';
import type { Overrides, Roster, Rubric, StudentOverride } from './book-files/rubric.ts';
import { type Enrolled, enrol, submittedAt } from './enrol.ts';
import type { Gradebook, StudentGrade } from './gradebook.ts';
import { lateOf } from './late.ts';
import { notSubmitted } from './not-submitted.ts';
import { type PartPoints, partPoints } from './part-points.ts';
import { fromHundredths, sum, toHundredths } from './points.ts';
import { remarksOf } from './remarks.ts';
import type { SubmissionResult } from './result.ts';
import { tellSubmission } from './tell-submission.ts';
import { gradeBookMessages } from './texts/book.ts';
import { type Weighed, weigh } from './weigh.ts';
import { meant } from './whom.ts';

/** What a gradebook is made with. */
export interface BookOptions {
  /** Those that were graded. */
  readonly challenges: readonly Challenge[];
  readonly language: Language;
  /** The lab's version. */
  readonly grader: string;
  /** ISO 8601. */
  readonly at: string;
  readonly rubric?: Rubric | undefined;
  readonly roster?: Roster | undefined;
  readonly overrides?: Overrides | undefined;
}

/**
 * The grades of a class. Points are rounded to hundredths, half away from zero: once for each challenge, and once for the
 * deadline's penalty; all else is exact, so that what a student has in each challenge adds up to what they earned. Pure.
 */
export function gradebookOf(results: readonly SubmissionResult[], options: BookOptions): Gradebook {
  const { language, rubric, roster, overrides } = options;
  const weighed = weigh(options.challenges, rubric, language);
  const enrolment = enrol(results, roster, language);
  const overridden = meant(overrides?.students ?? new Map<string, StudentOverride>(), enrolment.students);
  const graded = enrolment.students.map(student => {
    const override = overridden.byId.get(student.id);
    const parts = weighed.map(one => partsOf(one, student, override, options));
    return { student, works: parts, grade: gradeOf(student, parts, weighed, override, options) };
  });
  return {
    schema: 'lab.grades/2',
    at: options.at,
    language,
    grader: options.grader,
    ...(rubric === undefined || rubric.timezone === '' ? {} : { timezone: rubric.timezone }),
    title: rubric?.title ?? '',
    canvasAssignment: rubric?.canvasAssignment ?? '',
    remarks: remarksOf({ enrolment, graded, weighed, rubric, overrides, strangers: overridden.nobody, language }),
    challenges: weighed.map(one => one.graded),
    students: graded.map(({ grade }) => grade),
  };
}

function partsOf(
  weighed: Weighed,
  { result, id }: Enrolled,
  override: StudentOverride | undefined,
  options: BookOptions,
): PartPoints {
  const whole = result ?? notSubmitted(id, options);
  const part = whole.works.find(({ challenge }) => challenge === weighed.graded.id);
  return partPoints(weighed, part, override?.challenges.get(weighed.graded.id));
}

function gradeOf(
  student: Enrolled,
  parts: readonly PartPoints[],
  weighed: readonly Weighed[],
  override: StudentOverride | undefined,
  options: BookOptions,
): StudentGrade {
  const { rubric, language } = options;
  const earned = sum(parts.map(({ total }) => total));
  const submitted = submittedAt(student, rubric);
  const late =
    rubric?.lateness === undefined || submitted === undefined ? undefined : lateOf(rubric.lateness, submitted, earned);
  return {
    id: student.id,
    identity: student.identity,
    works: parts.map(({ grade }) => grade),
    earned: fromHundredths(earned),
    possible: fromHundredths(sum(weighed.map(({ possible }) => possible))),
    penalty: {
      points: fromHundredths(late?.points ?? 0),
      reason: late === undefined ? '' : gradeBookMessages[language].late(late.milliseconds, late.percent),
    },
    ...(override?.final === undefined ? {} : { override: fromHundredths(toHundredths(override.final)) }),
    comment: override?.comment ?? '',
    final: fromHundredths(override?.final === undefined ? earned - (late?.points ?? 0) : toHundredths(override.final)),
    needsAttention: override?.final === undefined && parts.some(({ open }) => open),
    // What does not count is nothing that anybody has to look at.
    result: tellSubmission(
      student.result ?? notSubmitted(student.id, options),
      options.challenges.filter(({ id }) => weighed.some(({ graded }) => graded.id === id)),
      options.language,
    ),
  };
}
