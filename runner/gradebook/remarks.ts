import type { Language } from '../base/language.ts';
import type { Overrides, Rubric } from './book-files/rubric.ts';
import { type Enrolled, type Enrolment, folderKey, submittedAt } from './enrol.ts';
import type { StudentGrade } from './gradebook.ts';
import type { PartPoints } from './part-points.ts';
import { gradeBookMessages } from './texts/book.ts';
import type { Weighed } from './weigh.ts';

/** What a gradebook was made of. */
interface Made {
  readonly enrolment: Enrolment;
  readonly graded: readonly {
    readonly student: Enrolled;
    readonly works: readonly PartPoints[];
    readonly grade: StudentGrade;
  }[];
  readonly weighed: readonly Weighed[];
  readonly rubric: Rubric | undefined;
  readonly overrides: Overrides | undefined;
  /** Words of the overrides that mean nobody. */
  readonly strangers: readonly string[];
  readonly language: Language;
}

/** What an instructor should know of rubric, roster and overrides, in sentences. Pure. */
export function remarksOf({ enrolment, graded, weighed, rubric, overrides, strangers, language }: Made): string[] {
  const t = gradeBookMessages[language];
  const known = new Set(graded.flatMap(({ student }) => [student.id, student.team]));
  const keys = new Set([...known].map(folderKey));
  const late = [...(rubric?.submitted.keys() ?? [])].filter(id => !keys.has(folderKey(id)));
  const timeless =
    rubric?.lateness === undefined
      ? []
      : graded.filter(({ student }) => student.result !== undefined && submittedAt(student, rubric) === undefined);
  const some = (ids: readonly string[], say: (count: number, names: string) => string) =>
    ids.length === 0 ? [] : [say(ids.length, listOf(ids))];
  return [
    ...unwanted(graded, weighed, rubric, language),
    ...some(enrolment.unlisted, t.unlisted),
    ...some(enrolment.missing, t.missing),
    ...some(strangers, t.overridesNobody),
    ...some(late, t.submittedNobody),
    ...(overrides?.remarks ?? []),
    ...graded.flatMap(({ student, works: parts }) =>
      parts.flatMap(({ grade, beyond }) =>
        beyond.map(({ objective, given, most }) =>
          t.beyond(
            student.id,
            objective === undefined ? grade.challenge : `${grade.challenge}/${objective}`,
            given,
            most,
          ),
        ),
      ),
    ),
    ...some(
      timeless.map(({ student }) => student.id),
      t.timeless,
    ),
    ...some(
      graded.filter(({ grade }) => grade.needsAttention).map(({ student }) => student.id),
      t.attention,
    ),
  ];
}

/**
 * Challenges that count though nobody has handed in anything for them: a whole class that was meant to do one challenge would get a
 * fraction of the mark. Whoever says in the rubric what counts has decided it.
 */
function unwanted(
  graded: Made['graded'],
  weighed: readonly Weighed[],
  rubric: Rubric | undefined,
  language: Language,
): string[] {
  if (rubric?.counts !== undefined) return [];
  const handedIn = (challenge: string) =>
    graded.some(({ student }) =>
      student.result?.works.some(part => part.challenge === challenge && part.outcome !== 'not-submitted'),
    );
  const [those, others] = [true, false].map(isIn =>
    weighed.filter(({ graded: { id } }) => handedIn(id) === isIn).map(({ graded: { number } }) => number),
  );
  if (those === undefined || those.length === 0 || others === undefined || others.length === 0) return [];
  return [gradeBookMessages[language].nobodyHandedIn(others, those)];
}

/** A few names, and a sign that there are more. */
function listOf(ids: readonly string[]): string {
  const shown = ids.slice(0, 20).map(id => (id.length > 60 ? `${id.slice(0, 59)}…` : id));
  return `${shown.join(', ')}${ids.length > shown.length ? ', …' : ''}`;
}
