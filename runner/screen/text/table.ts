import type { Line, Span } from '../../base/text/line.ts';
import { lineWidth, pad, span } from '../../base/text/line.ts';
import { wrap } from './wrap.ts';

const gap = 3;

/** Rows of cells, the first one being the heading; columns are narrowed, and their cells wrapped, to fit the width. */
export function table(rows: readonly (readonly (readonly Span[])[])[], width: number): Line[] {
  const count = Math.max(...rows.map(row => row.length));
  const widths = narrowed(
    Array.from({ length: count }, (_, column) => Math.max(1, ...rows.map(row => lineWidth(row[column] ?? [])))),
    width - gap * (count - 1),
  );
  const drawn = rows.map((row, index) => drawRow(index === 0 ? row.map(strong) : row, widths));
  const underline: Line = [span(widths.map(column => '─'.repeat(column)).join('─'.repeat(gap)), 'quiet')];
  return [...(drawn[0] ?? []), underline, ...drawn.slice(1).flat()];
}

function drawRow(cells: readonly (readonly Span[])[], widths: readonly number[]): Line[] {
  const wrapped = widths.map((width, column) => wrap(cells[column] ?? [], width));
  const height = Math.max(...wrapped.map(cell => cell.length));
  return Array.from({ length: height }, (_, row) =>
    wrapped.flatMap((cell, column) => {
      const last = column === wrapped.length - 1;
      const content = cell[row] ?? [];
      return last ? [...content] : [...pad(content, widths[column] ?? 1), span(' '.repeat(gap))];
    }),
  );
}

function narrowed(widths: number[], room: number): number[] {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const widest = Math.max(...widths);
  if (total <= room || widest <= 4) return widths;
  return narrowed(widths.with(widths.indexOf(widest), widest - 1), room);
}

function strong(cell: readonly Span[]): Span[] {
  return cell.map(part => ({ ...part, strong: true }));
}
