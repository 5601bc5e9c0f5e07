import { participantNumber } from '../book-files/worksheet.ts';
import type { Gradebook, StudentGrade } from '../gradebook.ts';
import { gradeFormatsMessages } from '../texts/formats.ts';
import { totalOf } from './canvas.ts';
import { csvText, textCell } from './csv-text.ts';
import { gradeStatus, publishedGrade, summaryLines } from './grade-status.ts';
import { plainLine } from './plain-text.ts';

/**
 * Moodle's worksheet for offline grading of an assignment, with its headings and identifiers in the book's language: Moodle looks for those of
 * the language that it is used in. One unknown user or one grade above the maximum can make it refuse the whole file: so who cannot be found
 * is left out where others can, and bonus ends at the maximum. A grade that there is not yet is left empty, and its comment with it. Pure.
 */
export function moodleCsv(book: Gradebook): string {
  const { moodle: t } = gradeFormatsMessages[book.language];
  const known = book.students.filter(({ identity }) => identity.moodleId !== '' || identity.email !== '');
  const maximum = totalOf(book);
  const rows = (known.length === 0 ? book.students : known).map(student => {
    const grade = publishedGrade(student);
    const number = participantNumber(student.identity.moodleId);
    return [
      number === undefined ? textCell(student.identity.moodleId) : t.participant(number),
      textCell(student.identity.name === '' ? student.id : student.identity.name),
      textCell(student.identity.email),
      gradeStatus(student) === 'not-submitted' ? t.notSubmitted : t.submitted,
      grade === undefined ? '' : Math.min(grade, maximum),
      maximum,
      t.yes,
      '-',
      '-',
      grade === undefined ? '' : moodleComment(student, book),
    ];
  });
  return csvText([t.headings, ...rows]);
}

/** What a student reads in Moodle: points and reasons. Moodle keeps comments as HTML. Pure. */
export function moodleComment(student: StudentGrade, { challenges, language }: Gradebook): string {
  const lines = summaryLines(student, challenges, language, { reasons: true });
  return textCell(lines.map(line => escaped(plainLine(line))).join('<br>'));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
