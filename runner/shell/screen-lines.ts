import type { IBufferCell, IBufferLine, Terminal } from '@xterm/headless';
import type { CellColour, CellStyle, Line, Span } from '../base/text/line.ts';
import { glyphOf, joins } from './columns.ts';

/** Where the cursor is on the screen, counted from 0. */
export interface CursorPlace {
  readonly row: number;
  readonly column: number;
}

/** The rows that a terminal shows now, each exactly as wide as the terminal. */
export function screenLines(terminal: Terminal): Line[] {
  const { active } = terminal.buffer;
  const cell = active.getNullCell();
  return Array.from({ length: terminal.rows }, (_, row) =>
    lineOf(active.getLine(active.viewportY + row), terminal.cols, cell),
  );
}

/** Where the cursor is, or undefined where it is not in sight (scrolled away). */
export function cursorPlace(terminal: Terminal): CursorPlace | undefined {
  const { active } = terminal.buffer;
  const row = active.baseY + active.cursorY - active.viewportY;
  if (row < 0 || row >= terminal.rows) return undefined;
  return { row, column: Math.min(active.cursorX, terminal.cols - 1) };
}

function lineOf(line: IBufferLine | undefined, columns: number, cell: IBufferCell): Line {
  const spans: { text: string; style: CellStyle | undefined; key: string }[] = [];
  let before = '';
  for (let column = 0; column < columns; ) {
    const found = line?.getCell(column, cell);
    const width = Math.min(found?.getWidth() || 1, columns - column);
    let text = found === undefined || found.isInvisible() ? ' '.repeat(width) : glyphOf(found.getChars(), width);
    if (joins(before, text)) text = '?'.padEnd(width);
    const style = found === undefined ? undefined : styleOf(found);
    const key = style === undefined ? '' : JSON.stringify(style);
    const last = spans.at(-1);
    if (last?.key === key) last.text += text;
    else spans.push({ text, style, key });
    before = text;
    column += width;
  }
  return spans.map(({ text, style }): Span => (style === undefined ? { text } : { text, style }));
}

function styleOf(cell: IBufferCell): CellStyle | undefined {
  if (cell.isAttributeDefault()) return undefined;
  const foreground = colourOf(cell.isFgDefault(), cell.isFgRGB(), cell.getFgColor());
  const background = colourOf(cell.isBgDefault(), cell.isBgRGB(), cell.getBgColor());
  return {
    ...(foreground === undefined ? {} : { foreground }),
    ...(background === undefined ? {} : { background }),
    ...(cell.isBold() ? { bold: true } : {}),
    ...(cell.isDim() ? { dim: true } : {}),
    ...(cell.isItalic() ? { italic: true } : {}),
    ...(cell.isUnderline() ? { underline: true } : {}),
    ...(cell.isInverse() ? { inverse: true } : {}),
    ...(cell.isStrikethrough() ? { strikethrough: true } : {}),
  };
}

function colourOf(usual: boolean, rgb: boolean, value: number): CellColour | undefined {
  if (usual) return undefined;
  return rgb ? `#${value.toString(16).padStart(6, '0')}` : value;
}
