import { feedbackPath } from '../file-name.ts';
import type { Gradebook } from '../gradebook.ts';
import { numbersOf } from '../html/numbers.ts';
import type { ReportFile } from '../make-book.ts';
import { gradeFormatsMessages } from '../texts/formats.ts';
import { spreadsheetText, textCell } from './csv-text.ts';
import { publishedGrade, summaryLines } from './grade-status.ts';
import { plainText } from './plain-text.ts';

/**
 * `mail-merge.csv`, where somebody's address is known: a letter each, with the feedback's path to attach. Whose grade is provisional gets
 * none yet. Pure.
 */
export function mailMergeCsv(book: Gradebook): ReportFile[] {
  const t = gradeFormatsMessages[book.language];
  const { points } = numbersOf(book.language);
  const rows = book.students.flatMap(student => {
    const grade = publishedGrade(student);
    if (student.identity.email === '' || grade === undefined) return [];
    const text = [
      t.greeting(student.identity.name || student.id),
      '',
      t.grade(points(grade), points(student.possible)),
      ...summaryLines(student, book.challenges, book.language, { reasons: true }),
      '',
      t.attached,
    ];
    const { email } = student.identity;
    return [[textCell(email), textCell(t.subjectOf(book.title)), plainText(text.join('\n')), feedbackPath(student.id)]];
  });
  if (rows.length === 0) return [];
  const content = spreadsheetText([[t.address, t.subject, t.text, t.path], ...rows], book.language);
  return [{ path: 'mail-merge.csv', content }];
}
