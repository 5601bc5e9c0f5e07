import { CsvError, parse } from 'csv-parse/sync';
import { UsageError } from '../../base/errors.ts';
import type { BookFile } from '../book-file.ts';
import { gradeBookMessages } from '../texts/book.ts';
import { delimiterOf } from './delimiter-of.ts';
import type { Worksheet } from './worksheet.ts';

/** Headings as Moodle writes them in English, Portuguese and Spanish, in lower case. */
const headings = {
  identifier: ['identifier', 'identificador', 'id'],
  name: ['full name', 'nome completo', 'nombre completo'],
  email: ['email address', 'endereço de email', 'endereço de e-mail', 'dirección de correo', 'email'],
  grade: ['grade', 'nota', 'avaliação', 'calificación'],
  maximum: ['maximum grade', 'nota máxima', 'avaliação máxima', 'calificación máxima'],
  feedback: [
    'feedback comments',
    'comentários de feedback',
    'comentários ao trabalho',
    'comentarios de retroalimentación',
    'comentarios',
  ],
} as const;

/** Reads Moodle's worksheet of an assignment. Throws UsageError that says which column is missing. */
export function parseWorksheet(text: string, { file, language }: BookFile): Worksheet {
  const t = gradeBookMessages[language];
  const delimiter = delimiterOf(text);
  const [header, ...rows] = recordsOf(text, delimiter, { file, language });
  if (header === undefined || rows.length === 0) throw new UsageError(t.emptyRoster(file), { next: [t.worksheetHint] });
  const found = header.map(heading => heading.normalize('NFC').trim().toLowerCase());
  const at = (column: keyof typeof headings) => {
    const index = found.findIndex(heading => (headings[column] as readonly string[]).includes(heading));
    return index < 0 ? undefined : index;
  };
  const needed = (column: 'identifier' | 'grade') => {
    const index = at(column);
    if (index !== undefined) return index;
    throw new UsageError(t.noColumn(file, headings[column].slice(0, 2).join(' / ')), {
      why: t.columnsThere(header.map(heading => heading.slice(0, 40)).join(', ')),
      next: [t.worksheetHint],
    });
  };
  const columns = { identifier: needed('identifier'), grade: needed('grade') };
  return {
    ...{ delimiter, header, rows },
    columns: { ...columns, name: at('name'), email: at('email'), maximum: at('maximum'), feedback: at('feedback') },
  };
}

function recordsOf(text: string, delimiter: string, { file, language }: BookFile): string[][] {
  try {
    return parse(text, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: true }) as string[][];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const t = gradeBookMessages[language];
    throw new UsageError(t.noCsv(file, Number(error.lines ?? 1)), { next: [t.worksheetHint] });
  }
}
