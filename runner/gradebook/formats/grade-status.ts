import type { Language } from '../../base/language.ts';
import type { StudentGrade } from '../gradebook.ts';
import { gradeFormatsMessages } from '../texts/formats.ts';
import { reasonLines } from './reason-lines.ts';

/** How a grade came about. A `provisional` one is no grade yet: something could not be told. */
export type GradeStatus = 'graded' | 'set' | 'provisional' | 'not-submitted';

export function gradeStatus(student: StudentGrade): GradeStatus {
  if (student.override !== undefined) return 'set';
  if (student.needsAttention) return 'provisional';
  const nothing = student.result.works.every(({ outcome }) => outcome === 'not-submitted');
  return nothing && student.result.works.length > 0 && student.final === 0 ? 'not-submitted' : 'graded';
}

/** The grade as another system may take it: undefined where there is none yet, which is never a zero. */
export function publishedGrade(student: StudentGrade): number | undefined {
  return student.needsAttention ? undefined : student.final;
}

/** The instructor's comment, what a student has in each challenge and, where asked for, why, and what was taken off: a line each. */
export function summaryLines(
  student: StudentGrade,
  challenges: readonly { readonly id: string; readonly title: string }[],
  language: Language,
  { reasons = false }: { readonly reasons?: boolean } = {},
): string[] {
  const t = gradeFormatsMessages[language];
  return [
    ...(student.comment === '' ? [] : [student.comment]),
    ...(student.needsAttention ? [t.provisional] : []),
    ...student.works.flatMap(({ challenge, earned, bonus, possible }) => [
      t.worth(
        challenges.find(({ id }) => id === challenge)?.title ?? challenge,
        Math.round((earned + bonus) * 100) / 100,
        possible,
      ),
      ...(reasons ? reasonLines(student, challenge).map(line => `– ${line}`) : []),
    ]),
    ...(student.penalty.points === 0 ? [] : [t.off(student.penalty.reason, student.penalty.points)]),
  ];
}
