import { stringify } from 'csv-stringify/sync';
import type { Language } from '../../base/language.ts';
import { plainLine } from './plain-text.ts';

/**
 * A text for a cell, in one line. What a spreadsheet would take for a formula gets an apostrophe in front: `=`, `+`, `-`, `@`
 * and their full-width forms, also behind what is not seen. Numbers are given as numbers, and stay what they are. Pure.
 */
export function textCell(text: string): string {
  const line = plainLine(text);
  return /^[\s\p{Cf}]*[=+\-@＝＋－＠]/u.test(line) ? `'${line}` : line;
}

/** A row of a table. Texts have to be `textCell`s or of our own. */
export type Row = readonly (string | number)[];

/** Rows as CSV (RFC 4180), for programs: separated by commas where nothing else is said, numbers with a point. */
export function csvText(rows: readonly Row[], { delimiter = ',' }: { readonly delimiter?: string } = {}): string {
  return stringify(
    rows.map(row => [...row]),
    { delimiter, record_delimiter: '\r\n' },
  );
}

/**
 * Rows as CSV for a spreadsheet, as it saves them itself where that language is spoken: in Portuguese with semicolons and decimal commas,
 * or all would be in one column, and numbers be texts or dates. With a byte order mark, without which Excel takes UTF-8 for something else.
 */
export function spreadsheetText(rows: readonly Row[], language: Language): string {
  const [delimiter, point] = language === 'pt-BR' ? [';', ','] : [',', '.'];
  return stringify(
    rows.map(row => row.map(cell => (typeof cell === 'number' ? String(cell).replace('.', point) : cell))),
    { bom: true, delimiter, record_delimiter: '\r\n' },
  );
}
