import type { Gradebook, StudentGrade } from '../gradebook.ts';
import { gradeFormatsMessages } from '../texts/formats.ts';
import { summaryLines } from './grade-status.ts';
import { jsonText } from './json.ts';
import { explained, type Judged, judgedOf, scriptLines } from './judged.ts';
import { plainLine, plainText } from './plain-text.ts';

/**
 * One student's `results.json` for Gradescope's autograder. The score is the grade itself, with bonus cap, penalty and the
 * instructor's word; where something could not be told there is none, and nothing is shown to the student yet.
 */
export function gradescopeJson(book: Gradebook, student: StudentGrade): string {
  const provisional = student.needsAttention;
  const seconds = student.result.works.reduce((total, { durationMs }) => total + durationMs, 0) / 1000;
  return jsonText({
    ...(provisional ? {} : { score: student.final }),
    execution_time: Math.round(seconds),
    output: plainText(summaryLines(student, book.challenges, book.language).join('\n')),
    output_format: 'text',
    visibility: provisional ? 'hidden' : 'visible',
    stdout_visibility: 'hidden',
    extra_data: { student: student.id, provisional, grader: book.grader, at: book.at },
    tests: judgedOf(book, student).map(one => testOf(one, book)),
  });
}

function testOf(one: Judged, { language }: Gradebook) {
  const { challenge, objective, verdict, earned } = one;
  const bonus = objective.bonus ? ` (${gradeFormatsMessages[language].bonus})` : '';
  const lines = verdict === 'pass' ? [] : scriptLines(one.part);
  // Neither what could not be told nor what was not looked at has passed or failed.
  const status = verdict === 'pass' ? 'passed' : verdict === 'unknown' ? undefined : 'failed';
  return {
    ...(verdict === 'unknown' ? {} : { score: earned }),
    // A bonus is above the full mark.
    max_score: objective.bonus ? 0 : objective.points,
    ...(status === undefined ? {} : { status }),
    name: `${plainLine(objective.title)}${bonus}`,
    number: `${challenge.number}.${challenge.objectives.indexOf(objective) + 1}`,
    output: [explained(one, language), ...lines].filter(line => line !== '').join('\n'),
    output_format: 'text',
    tags: [challenge.id, objective.id],
    visibility: 'visible',
    extra_data: { verdict },
  };
}
