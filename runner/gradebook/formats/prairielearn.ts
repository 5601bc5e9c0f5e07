import type { Gradebook, StudentGrade } from '../gradebook.ts';
import { summaryLines } from './grade-status.ts';
import { jsonText } from './json.ts';
import { explained, judgedOf, scriptLines } from './judged.ts';
import { plainLine, plainText } from './plain-text.ts';

/**
 * One student's result for PrairieLearn's external grading. The score is a share of the full mark, 1 at most. What could not be
 * told is not gradable, which costs the student nothing.
 */
export function prairieLearnJson(book: Gradebook, student: StudentGrade): string {
  const score = student.possible === 0 ? 0 : Math.min(1, student.final / student.possible);
  const judged = judgedOf(book, student);
  const parts = new Set(judged.map(({ part }) => part));
  return jsonText({
    gradable: !student.needsAttention,
    ...(student.needsAttention ? {} : { score: Math.round(score * 10_000) / 10_000 }),
    message: plainText(summaryLines(student, book.challenges, book.language).join('\n')),
    output: [...parts].flatMap(scriptLines).join('\n'),
    tests: judged.map(one => ({
      name: plainLine(one.objective.title),
      description: `${one.challenge.number}. ${plainLine(one.challenge.title)}`,
      points: one.earned,
      max_points: one.objective.points,
      message: explained(one, book.language),
      output: '',
    })),
  });
}
