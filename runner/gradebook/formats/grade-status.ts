import type { Language } from '../../base/language.ts';
import type { StudentGrade } from '../gradebook.ts';
import { gradeFormatsMessages } from '../texts/formats.ts';

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

/** What a student has in each challenge, what was taken off, and the instructor's comment: a line each. */
export function summaryLines(
  student: StudentGrade,
  challenges: readonly { readonly id: string; readonly title: string }[],
  language: Language,
): string[] {
  const t = gradeFormatsMessages[language];
  return [
    ...(student.comment === '' ? [] : [student.comment]),
    ...(student.needsAttention ? [t.provisional] : []),
    ...student.works.map(({ challenge, earned, bonus, possible }) =>
      t.worth(
        challenges.find(({ id }) => id === challenge)?.title ?? challenge,
        Math.round((earned + bonus) * 100) / 100,
        possible,
      ),
    ),
    ...(student.penalty.points === 0 ? [] : [t.off(student.penalty.reason, student.penalty.points)]),
  ];
}
