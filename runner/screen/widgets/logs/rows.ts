import { characters, textWidth } from '../../../base/text/width.ts';
import type { LogEntry, LogsState, Spot } from './state.ts';

/** What the rows of the log depend on. `textOf` says a note in words. */
export interface Page {
  readonly logs: Pick<LogsState, 'lines' | 'forgotten'>;
  /** Columns for the text of a line. */
  readonly width: number;
  readonly height: number;
  readonly textOf: (entry: LogEntry) => string;
}

/** A row of the screen: a piece of a line, and where in the line's text it begins. */
export interface Row {
  readonly spot: Spot;
  readonly entry: LogEntry;
  readonly text: string;
  readonly start: number;
}

/** A text cut into pieces of a width. Spaces stay as they are: logs are often drawn in columns. */
export function pieces(text: string, width: number): string[] {
  const room = Math.max(2, width);
  const all = textWidth(text);
  if (all <= room) return [text];
  if (all === text.length) {
    return Array.from({ length: Math.ceil(text.length / room) }, (_, row) => text.slice(row * room, (row + 1) * room));
  }
  const found: string[] = [];
  let piece = '';
  let used = 0;
  for (const character of characters(text)) {
    const size = textWidth(character);
    if (used + size > room) {
      found.push(piece);
      piece = '';
      used = 0;
    }
    piece += character;
    used += size;
  }
  return [...found, piece];
}

/** The top row while the page follows the end. */
export function bottom(page: Page): Spot {
  return moved(page, { line: page.logs.forgotten + page.logs.lines.length, row: 0 }, -page.height);
}

/** The rows that are seen from a spot on, as many as fit. Only what is seen is laid out. */
export function rowsFrom(page: Page, from: Spot): Row[] {
  const { lines, forgotten } = page.logs;
  const rows: Row[] = [];
  for (let index = Math.max(0, from.line - forgotten); index < lines.length && rows.length < page.height; index += 1) {
    const entry = lines[index];
    if (entry === undefined) break;
    const line = index + forgotten;
    let start = 0;
    pieces(page.textOf(entry), page.width).forEach((text, row) => {
      if (line > from.line || row >= from.row) rows.push({ spot: { line, row }, entry, text, start });
      start += text.length;
    });
  }
  return rows.slice(0, page.height);
}

/** A spot so many rows further down (or up): not before the first row, and not so that the page would show less. */
export function scrolled(page: Page, from: Spot, by: number): Spot {
  const last = bottom(page);
  const to = moved(page, from, by);
  return isBefore(last, to) ? last : to;
}

/** True if one row of the log comes before another. */
export function isBefore(one: Spot, other: Spot): boolean {
  return one.line < other.line || (one.line === other.line && one.row < other.row);
}

function moved({ logs, width, textOf }: Page, from: Spot, by: number): Spot {
  const first = logs.forgotten;
  const end = first + logs.lines.length;
  const rowsOf = (line: number) => {
    const entry = logs.lines[line - first];
    return entry === undefined ? 1 : pieces(textOf(entry), width).length;
  };
  // A line that is forgotten by now, or a terminal that has become wider: begin with what is there.
  let line = Math.max(first, Math.min(end, from.line));
  let row = line === from.line ? Math.min(from.row, rowsOf(line) - 1) : 0;
  let left = by;
  while (left < 0 && (line > first || row > 0)) {
    const step = Math.min(row, -left);
    row -= step;
    left += step;
    if (left < 0 && line > first) {
      line -= 1;
      row = rowsOf(line) - 1;
      left += 1;
    }
  }
  while (left > 0 && line < end) {
    const step = Math.min(rowsOf(line) - 1 - row, left);
    row += step;
    left -= step;
    if (left > 0) {
      line += 1;
      row = 0;
      left -= 1;
    }
  }
  return { line, row };
}
