import type { Gradebook, StudentGrade } from '../gradebook.ts';
import { gradeBookMessages } from '../texts/book.ts';

/** Moodle's worksheet for grading an assignment offline, as it was downloaded. Read by `parseWorksheet`. */
export interface Worksheet {
  readonly delimiter: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Where which column stands; those that may be missing are `undefined` then. */
  readonly columns: {
    readonly identifier: number;
    readonly grade: number;
    readonly name: number | undefined;
    readonly email: number | undefined;
    readonly maximum: number | undefined;
    readonly feedback: number | undefined;
  };
}

/** The number in Moodle's identifier, in whatever language it is written: `Participant 501`, `Participante501`, `501`. Pure. */
export function participantNumber(identifier: string): string | undefined {
  return /^\p{L}*\s*(\d{1,20})$/u.exec(identifier.trim())?.[1];
}

/**
 * Whose row of the worksheet is a student's: by Moodle's number, else by address, else by name, where only one can be meant. `undefined` if
 * there is none. Pure.
 */
export function rowOf({ identity, id }: StudentGrade, { rows, columns }: Worksheet): readonly string[] | undefined {
  const only = (fits: (row: readonly string[]) => boolean) => {
    const found = rows.filter(fits);
    return found.length === 1 ? found[0] : undefined;
  };
  const number = participantNumber(identity.moodleId) ?? /_(\d+)_assignsubmission/.exec(id)?.[1];
  if (number !== undefined) return only(row => participantNumber(row[columns.identifier] ?? '') === number);
  const same = (column: number | undefined, text: string) =>
    column === undefined || text === '' ? undefined : only(row => alike(row[column] ?? '') === alike(text));
  return same(columns.email, identity.email) ?? same(columns.name, identity.name || id);
}

/** The same book, with the identifiers of the worksheet, and a remark of whom it does not have. Pure. */
export function withWorksheet(book: Gradebook, worksheet: Worksheet): Gradebook {
  const rows = book.students.map(student => rowOf(student, worksheet));
  const strangers = book.students.filter((_, index) => rows[index] === undefined).map(({ id }) => id);
  const taken = new Set(rows);
  const untold = worksheet.rows.filter(row => !taken.has(row)).length;
  const t = gradeBookMessages[book.language];
  return {
    ...book,
    remarks: [
      ...book.remarks,
      ...(strangers.length === 0 ? [] : [t.notInWorksheet(strangers.length, strangers.slice(0, 20).join(', '))]),
      ...(untold === 0 ? [] : [t.onlyInWorksheet(untold)]),
    ],
    students: book.students.map((student, index) => {
      const moodleId = rows[index]?.[worksheet.columns.identifier];
      return moodleId === undefined ? student : { ...student, identity: { ...student.identity, moodleId } };
    }),
  };
}

function alike(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}
