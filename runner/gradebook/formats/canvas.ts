import type { Gradebook } from '../gradebook.ts';
import { csvText, textCell } from './csv-text.ts';
import { publishedGrade } from './grade-status.ts';

/**
 * Canvas's gradebook import. Students are found by ID, SIS User ID, SIS Login ID, then name. Where there is no grade yet, the
 * cell is empty and Canvas leaves what it has. The number of the assignment makes it an update; without it, a new one.
 */
export function canvasCsv(book: Gradebook): string {
  const title = textCell(book.title === '' ? 'Estaleiro' : book.title);
  const column = book.canvasAssignment === '' ? title : `${title} (${book.canvasAssignment})`;
  return csvText([
    ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', column],
    ['    Points Possible', '', '', '', '', totalOf(book)],
    ...book.students.map(student => [
      textCell(student.identity.name === '' ? student.id : student.identity.name),
      textCell(student.identity.canvasId),
      textCell(student.identity.sisUserId),
      textCell(student.identity.sisLoginId),
      textCell(student.identity.section),
      publishedGrade(student) ?? '',
    ]),
  ]);
}

/** The full mark of all challenges together. */
export function totalOf({ challenges }: Gradebook): number {
  return Math.round(challenges.reduce((total, { possible }) => total + possible, 0) * 100) / 100;
}
