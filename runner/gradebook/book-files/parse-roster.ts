import { CsvError, parse } from 'csv-parse/sync';
import { UsageError } from '../../base/errors.ts';
import { fitToShow } from '../../base/fit-to-show.ts';
import { say } from '../../language/say.ts';
import { inLanguage } from '../../language/tell.ts';
import type { BookFile } from '../book-file.ts';
import { folderKey, labelOf, nobody } from '../enrol.ts';
import { gradeBookMessages } from '../texts/book.ts';
import { delimiterOf } from './delimiter-of.ts';
import { momentExample, momentOf } from './moment.ts';
import { type Column, columnOf } from './roster-columns.ts';
import type { Roster, RosterEntry } from './rubric.ts';

/** A line of the table, and where it stands in the file. */
interface Line {
  readonly record: readonly string[];
  readonly line: number;
}

/**
 * Reads a roster; dates without a zone of their own are in `zone`. It is a table with a heading for each column, separated by commas, semicolons or tabs. Columns that are none of
 * ours are left out. Throws UsageError that names the line.
 */
export function parseRoster(text: string, from: BookFile, zone?: string): Roster {
  const t = gradeBookMessages[from.language];
  const [header, ...lines] = linesOf(text, from);
  if (header === undefined || lines.length === 0)
    throw new UsageError(t.emptyRoster(from.file), { next: [t.rosterExample] });
  const columns = columnsOf(header.record, from);
  const seen = new Set<string>();
  const people = lines.filter(({ record }) => !isCanvasOwn(record, columns));
  const entries = people.map(({ record, line }) => {
    const entry = entryOf(record, columns, line, { ...from, zone, header: header.record });
    const who = [folderKey(entry.folder), ...Object.values(entry.identity)].join('\n');
    if (seen.has(who))
      throw new UsageError(t.rosterTwice(from.file, line, entry.folder || labelOf(entry.identity)), {
        next: [t.rosterTwiceHint],
      });
    seen.add(who);
    return entry;
  });
  return { entries };
}

function linesOf(written: string, { file, language }: BookFile): Line[] {
  // Excel's way to say what separates the cells: a line of its own.
  const [said = '', separator] = /^\uFEFF?"?sep=(.)"?(?:\r\n|\n|\r)/i.exec(written) ?? [];
  const text = written.slice(said.length);
  const skipped = said === '' ? 0 : 1;
  const delimiter = separator ?? delimiterOf(text);
  try {
    const records = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return records.map(({ record, info }) => ({ record, line: info.lines + skipped }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const t = gradeBookMessages[language];
    throw new UsageError(t.noCsv(file, Number(error.lines ?? 1)), { next: [t.csvHint] });
  }
}

function columnsOf(header: readonly string[], { file, language }: BookFile): ReadonlyMap<Column, number> {
  const t = gradeBookMessages[language];
  const columns = new Map<Column, number>();
  // GitHub Classroom's `identifier` is the school's number, and Moodle's is its own.
  const isClassroom = header.some(heading => /^\s*github_username\s*$/i.test(heading));
  for (const [index, heading] of header.entries()) {
    const column = isClassroom && /^\s*identifier\s*$/i.test(heading) ? 'sisUserId' : columnOf(heading);
    if (column === undefined) continue;
    const other = columns.get(column);
    if (other !== undefined) throw new UsageError(t.twoColumns(file, header[other] ?? '', heading));
    columns.set(column, index);
  }
  // A school's download has the numbers in its names.
  const numbers = ['canvasId', 'moodleId', 'sisUserId'] as const;
  if (!columns.has('folder') && !numbers.some(column => columns.has(column)))
    throw new UsageError(t.noFolderColumn(file), {
      why: t.columnsThere(header.map(heading => heading.slice(0, 40)).join(', ')),
      next: [t.rosterExample],
    });
  return columns;
}

function entryOf(
  record: readonly string[],
  columns: ReadonlyMap<Column, number>,
  line: number,
  {
    file,
    language,
    zone,
    header,
  }: BookFile & { readonly zone: string | undefined; readonly header: readonly string[] },
): RosterEntry {
  const t = gradeBookMessages[language];
  const cell = (column: Column) => plain(record[columns.get(column) ?? -1] ?? '');
  const time = cell('submitted');
  const submitted = momentOf(time, zone);
  if (time !== '' && submitted === undefined)
    throw new UsageError(t.rosterColumn(file, line, plain(header[columns.get('submitted') ?? -1] ?? '')), {
      why: inLanguage(
        say('format.wrong', {
          at: '',
          expected: say('expected.class-moment'),
          found: JSON.stringify(time.slice(0, 60)),
        }),
        language,
      ),
      next: [inLanguage(say('format.example', { example: momentExample }), language)],
    });
  const identity = Object.fromEntries(
    (Object.keys(nobody) as (keyof typeof nobody)[]).map(column => [column, cell(column)]),
  ) as unknown as RosterEntry['identity'];
  const folder = cell('folder');
  if (folder === '' && labelOf(identity) === '')
    throw new UsageError(t.rosterLine(file, line), { why: t.rosterNameless, next: [t.rosterNamelessHint] });
  return { folder, identity, submitted };
}

/** Rows of a gradebook that Canvas exports that are nobody's: the maximum, its test student, how grades are posted. */
function isCanvasOwn(record: readonly string[], columns: ReadonlyMap<Column, number>): boolean {
  const name = (record[columns.get('name') ?? -1] ?? '').trim();
  if (/^(?:points possible|pontos poss[ií]veis|student, test|aluno, teste|estudante, teste)$/i.test(name)) return true;
  return (
    name === '' && record.some(cell => /^(?:manual posting|postagem manual|lançamento manual)$/i.test(cell.trim()))
  );
}

/** One line, fit to show. */
function plain(text: string): string {
  return fitToShow(text, { instead: ' ' }).replace(/\s+/g, ' ').trim();
}
