import { textWidth } from '../base/text/width.ts';

/** Rows as lines of text with aligned columns, the first row over a rule. Line ends included. */
export function renderTable(rows: readonly (readonly string[])[]): string {
  const count = Math.max(...rows.map(row => row.length));
  const widths = Array.from({ length: count }, (_, index) => Math.max(...rows.map(row => textWidth(row[index] ?? ''))));
  const line = (cells: readonly string[]) => cells.map((cell, index) => pad(cell, widths[index] ?? 0)).join('  ');
  const [head = [], ...body] = rows;
  const rule = widths.map(width => '─'.repeat(width));
  return [head, rule, ...body].map(cells => `${line(cells).trimEnd()}\n`).join('');
}

function pad(cell: string, width: number): string {
  return cell + ' '.repeat(Math.max(0, width - textWidth(cell)));
}
