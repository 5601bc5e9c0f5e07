import { rowOf, type Worksheet } from '../book-files/worksheet.ts';
import type { Gradebook, StudentGrade } from '../gradebook.ts';
import { csvText } from './csv-text.ts';
import { publishedGrade } from './grade-status.ts';
import { moodleComment } from './moodle.ts';

/**
 * Moodle's own worksheet with grades and comments in it: headings, identifiers and dates are Moodle's, so that it knows all of them again, and
 * notices a grade that was given there since. Rows of nobody here, and of those without a grade yet, stay as they are. Where the assignment's
 * maximum is another than ours, grades are converted to it. Pure.
 */
export function filledWorksheet(book: Gradebook, worksheet: Worksheet): string {
  const { header, rows, columns, delimiter } = worksheet;
  const owners = Map.groupBy(book.students, student => rowOf(student, worksheet));
  const filled = rows.map(row => {
    // Whose it is cannot be told where two claim it.
    const [student, ...others] = owners.get(row) ?? [];
    const grade = student === undefined ? undefined : publishedGrade(student);
    if (student === undefined || others.length > 0 || grade === undefined) return row;
    const cells = header.map((_, index) => row[index] ?? '');
    cells[columns.grade] = String(converted(grade, student, row[columns.maximum ?? -1] ?? ''));
    if (columns.feedback !== undefined) cells[columns.feedback] = moodleComment(student, book);
    return cells;
  });
  return csvText([header, ...filled], { delimiter });
}

/** A grade in the assignment's points, and never above its maximum, which Moodle would refuse. */
function converted(grade: number, { possible }: StudentGrade, written: string): number {
  const maximum = /^\s*\d+([.,]\d+)?\s*$/.test(written) ? Number(written.replace(',', '.')) : possible;
  if (possible === 0) return Math.min(grade, maximum);
  return Math.min(maximum, Math.round((grade * maximum * 100) / possible) / 100);
}
