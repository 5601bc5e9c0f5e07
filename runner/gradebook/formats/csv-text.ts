import { stringify } from 'csv-stringify/sync';
import { plainLine } from './plain-text.ts';

/**
 * A text for a cell, in one line. What a spreadsheet would take for a formula gets an apostrophe in front: `=`, `+`, `-`, `@`
 * and their full-width forms, also behind what is not seen. Numbers are given as numbers, and stay what they are. Pure.
 */
export function textCell(text: string): string {
  const line = plainLine(text);
  return /^[\s\p{Cf}]*[=+\-@＝＋－＠]/u.test(line) ? `'${line}` : line;
}

/** Rows as CSV (RFC 4180). `bom`: only for who needs it to know UTF-8. Texts have to be `textCell`s or of our own. */
export function csvText(
  rows: readonly (readonly (string | number)[])[],
  { bom = false }: { bom?: boolean } = {},
): string {
  return stringify(
    rows.map(row => [...row]),
    { bom, record_delimiter: '\r\n' },
  );
}
