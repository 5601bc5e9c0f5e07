import { feedbackPath } from '../file-name.ts';
import type { Gradebook } from '../gradebook.ts';
import { gradeFormatsMessages } from '../texts/formats.ts';
import { spreadsheetText, textCell } from './csv-text.ts';
import { gradeStatus } from './grade-status.ts';

const identities = ['name', 'email', 'canvasId', 'sisUserId', 'sisLoginId', 'section', 'moodleId'] as const;

/** `grades.csv`: a class for a spreadsheet. */
export function gradesCsv(book: Gradebook): string {
  const t = gradeFormatsMessages[book.language];
  const header = [
    t.folder,
    ...identities.map(column => t[column]),
    ...book.challenges.map(({ number, title, possible }) => textCell(t.challenge(number, title, possible))),
    ...[t.earned, t.penalty, t.total, t.possible, t.percent, t.status, t.comment, t.feedback],
  ];
  const rows = book.students.map(student => [
    textCell(student.id),
    ...identities.map(column => textCell(student.identity[column])),
    ...book.challenges.map(({ id }) => {
      const part = student.works.find(({ challenge }) => challenge === id);
      return part === undefined ? '' : Math.round((part.earned + part.bonus) * 100) / 100;
    }),
    student.earned,
    student.penalty.points,
    student.final,
    student.possible,
    student.possible === 0 ? '' : Math.round((student.final / student.possible) * 10_000) / 100,
    t.statuses[gradeStatus(student)],
    textCell(student.comment),
    feedbackPath(student.id),
  ]);
  return spreadsheetText([header, ...rows], book.language);
}
