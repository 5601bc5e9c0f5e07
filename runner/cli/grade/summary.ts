import { oneLine } from '../../app/one-line.ts';
import { renderTable } from '../../app/table.ts';
import type { Language } from '../../base/language.ts';
import { textWidth } from '../../base/text/width.ts';
import { wrap } from '../../base/wrap.ts';
import type { Gradebook, StudentGrade } from '../../gradebook/gradebook.ts';
import type { ToldPart } from '../../gradebook/told-result.ts';
import { isUnknown } from '../../grading/queue/task.ts';
import { gradeRunMessages } from '../../grading/texts/run.ts';

/** Where a summary goes. */
export interface SummaryView {
  readonly language: Language;
  readonly columns: number;
}

/** Columns of a name, at most, and of all that is told in a row. */
const nameColumns = 28;
const maxColumns = 100;

/** Of a reason, which may hold all that an engine has to say. */
const maxReasonLines = 4;

/** The grades of a class as a table, line ends included; it fits the terminal. Pure. */
export function summaryTable(book: Gradebook, { language, columns }: SummaryView): string {
  const t = gradeRunMessages[language];
  const numbers = new Map(book.challenges.map(({ id, number }) => [id, number]));
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2, useGrouping: false });
  const rows = book.students.map(student => ({
    name: oneLine(student.id, nameColumns),
    points: `${isOpen(student) ? '≥ ' : ''}${number.format(student.final)} / ${number.format(student.possible)}`,
    look: lookOf(student, numbers, language),
  }));
  const widest = (texts: readonly string[]) => Math.max(...texts.map(textWidth));
  const pointsWidth = widest([t.columns.points, ...rows.map(({ points }) => points)]);
  const nameWidth = widest([t.columns.submission, ...rows.map(({ name }) => name)]);
  // Two columns lie between two cells.
  const room = Math.max(10, Math.min(columns - 1, maxColumns) - nameWidth - pointsWidth - 4);
  return renderTable([
    [t.columns.submission, t.columns.points.padStart(pointsWidth), t.columns.look],
    ...rows.map(({ name, points, look }) => [name, points.padStart(pointsWidth), oneLine(look, room)]),
  ]);
}

/**
 * What could not be told, apart from all else: each reason with those that it is about, and the command that tries `again`.
 * Empty where there is none. Pure.
 */
export function unknownsText(book: Gradebook, again: string, { language, columns }: SummaryView): string {
  const t = gradeRunMessages[language];
  const numbers = new Map(book.challenges.map(({ id, number }) => [id, number]));
  const all = book.students.flatMap(({ id, result }) =>
    result.works.filter(part => isUnknown(part) && !isUntried(part)).map(part => ({ id, part })),
  );
  if (all.length === 0) return '';
  const width = Math.min(columns - 1, maxColumns);
  const lines = [...Map.groupBy(all, ({ part }) => oneLine(whyOf(part)))].flatMap(([why, those]) => [
    ...wrap(why, width - 2)
      .slice(0, maxReasonLines)
      .map(line => `  ${oneLine(line, width - 2)}`),
    ...[...Map.groupBy(those, ({ id }) => id)].map(([id, parts]) => {
      const which = ` · ${parts.map(({ part }) => numbers.get(part.challenge) ?? part.challenge).join(', ')}`;
      return `    ${oneLine(id, width - 4 - textWidth(which))}${which}`;
    }),
  ]);
  return `${[t.unknowns(all.length), ...lines, t.tryAgain, `  ${again}`].join('\n')}\n`;
}

/** In short, what became of the parts that did not simply run: `2, 3 not submitted; 5 timed out`. */
function lookOf({ result }: StudentGrade, numbers: ReadonlyMap<string, number>, language: Language): string {
  const t = gradeRunMessages[language];
  const byWord = new Map<string, string[]>();
  for (const part of result.works) {
    const word = isUntried(part) ? t.notGraded : isUnknown(part) ? t.outcome.unknown : t.outcome[part.outcome];
    if (word === '') continue;
    byWord.set(word, [...(byWord.get(word) ?? []), String(numbers.get(part.challenge) ?? part.challenge)]);
  }
  return [...byWord].map(([word, all]) => `${all.join(', ')} ${word}`).join('; ');
}

/** Whether there may be more points than are told now. */
function isOpen({ override, result }: StudentGrade): boolean {
  return override === undefined && result.works.some(isUnknown);
}

/** Whether the run has left it out. */
function isUntried({ attempts }: Pick<ToldPart, 'attempts'>): boolean {
  return attempts === 0;
}

function whyOf({ reason, objectives }: ToldPart): string {
  return reason === '' ? (objectives.find(({ verdict }) => verdict === 'unknown')?.observed ?? '') : reason;
}
