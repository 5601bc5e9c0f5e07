import type { Gradebook, StudentGrade } from '../gradebook.ts';
import { totalOf } from './canvas.ts';
import { csvText, textCell } from './csv-text.ts';
import { gradeStatus, publishedGrade, summaryLines } from './grade-status.ts';
import { plainLine } from './plain-text.ts';

const header = [
  'Identifier',
  'Full name',
  'Email address',
  'Status',
  'Grade',
  'Maximum Grade',
  'Grade can be changed',
  'Last modified (submission)',
  'Last modified (grade)',
  'Feedback comments',
];

/**
 * Moodle's worksheet for offline grading of an assignment, with Moodle's English headings. One unknown user or one grade above
 * the maximum can make it refuse the whole file: so who cannot be found is left out where others can, and bonus ends at the
 * maximum. A grade that there is not yet is left empty, and its comment with it.
 */
export function moodleCsv(book: Gradebook): string {
  const known = book.students.filter(({ identity }) => identity.moodleId !== '' || identity.email !== '');
  const maximum = totalOf(book);
  const rows = (known.length === 0 ? book.students : known).map(student => {
    const grade = publishedGrade(student);
    return [
      textCell(student.identity.moodleId.replace(/^(\d+)$/, 'Participant $1')),
      textCell(student.identity.name === '' ? student.id : student.identity.name),
      textCell(student.identity.email),
      gradeStatus(student) === 'not-submitted' ? 'No submission' : 'Submitted for grading',
      grade === undefined ? '' : Math.min(grade, maximum),
      maximum,
      'Yes',
      '-',
      '-',
      grade === undefined ? '' : feedback(student, book),
    ];
  });
  return csvText([header, ...rows]);
}

/** Moodle keeps comments as HTML. */
function feedback(student: StudentGrade, { challenges, language }: Gradebook): string {
  const lines = summaryLines(student, challenges, language).map(line => escaped(plainLine(line)));
  return textCell(lines.join('<br>'));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
