import type { Gradebook, StudentGrade } from '../grade/gradebook.ts';
import { isUnknown } from '../grade/queue/task.ts';
import type { WorkResult } from '../grade/result.ts';
import { gradeRunMessages } from '../language/grade-run.ts';
import type { Language } from '../language/language.ts';
import { textWidth } from '../walkthrough/text/width.ts';
import { oneLine } from './one-line.ts';
import { renderTable } from './table.ts';

/** Where a summary goes. */
export interface SummaryView {
  readonly language: Language;
  readonly columns: number;
}

/** Columns of a name, at most, and of all that is told in a row. */
const nameColumns = 28;
const mostColumns = 100;

/** The grades of a class as a table, line ends included; it fits the terminal. Pure. */
export function summaryTable(book: Gradebook, { language, columns }: SummaryView): string {
  const t = gradeRunMessages[language];
  const numbers = new Map(book.challenges.map(({ id, number }) => [id, number]));
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2, useGrouping: false });
  const rows = book.students.map(student => ({
    name: oneLine(student.id, nameColumns),
    points: `${number.format(student.final)} / ${number.format(student.possible)}`,
    look: lookOf(student, numbers, language),
  }));
  const widest = (texts: readonly string[]) => Math.max(...texts.map(textWidth));
  const pointsWidth = widest([t.columns.points, ...rows.map(({ points }) => points)]);
  const nameWidth = widest([t.columns.submission, ...rows.map(({ name }) => name)]);
  // Two columns lie between two cells.
  const room = Math.max(10, Math.min(columns - 1, mostColumns) - nameWidth - pointsWidth - 4);
  return renderTable([
    [t.columns.submission, t.columns.points.padStart(pointsWidth), t.columns.look],
    ...rows.map(({ name, points, look }) => [name, points.padStart(pointsWidth), oneLine(look, room)]),
  ]);
}

/** What could not be told, apart from all else, with the reasons, and the command that tries `again`; empty where there is none. Pure. */
export function unknownsText(book: Gradebook, again: string, { language, columns }: SummaryView): string {
  const t = gradeRunMessages[language];
  const numbers = new Map(book.challenges.map(({ id, number }) => [id, number]));
  const lines = book.students.flatMap(({ id, result }) =>
    result.works
      .filter(isUnknown)
      .map(work => oneLine(`  ${id} · ${numbers.get(work.challenge) ?? work.challenge} · ${whyOf(work)}`, columns - 1)),
  );
  if (lines.length === 0) return '';
  return `${[t.unknowns(lines.length), ...lines, t.tryAgain, `  ${again}`].join('\n')}\n`;
}

/** In short, what became of the works that did not simply run: `2, 3 not submitted; 5 timed out`. */
function lookOf({ result }: StudentGrade, numbers: ReadonlyMap<string, number>, language: Language): string {
  const t = gradeRunMessages[language];
  const byWord = new Map<string, string[]>();
  for (const work of result.works) {
    const word = isUnknown(work) ? t.outcome.unknown : t.outcome[work.outcome];
    if (word === '') continue;
    byWord.set(word, [...(byWord.get(word) ?? []), String(numbers.get(work.challenge) ?? work.challenge)]);
  }
  return [...byWord].map(([word, all]) => `${all.join(', ')} ${word}`).join('; ');
}

function whyOf({ reason, objectives }: WorkResult): string {
  return reason === '' ? (objectives.find(({ verdict }) => verdict === 'unknown')?.observed ?? '') : reason;
}
