import type { Line, Span, Tone } from '../../../base/text/line.ts';
import { cut, lineWidth, pad, span } from '../../../base/text/line.ts';

/** A rectangle of the map: lines that are all `width` wide, and where in it the things are that can be selected. */
export interface Block {
  readonly width: number;
  readonly lines: readonly Line[];
  readonly spots: readonly Spot[];
}

/** Where a thing is, in rows and columns from the upper left corner. */
export interface Spot {
  readonly id: string;
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** How a frame is drawn: whole lines, dashes for what is missing, heavy ones for what is selected. */
export type Stroke = 'plain' | 'ghost' | 'selected' | 'selected-ghost';

const strokes: Readonly<Record<Stroke, string>> = {
  plain: '╭─╮│╰╯┤├',
  ghost: '╭╌╮┆╰╯┤├',
  selected: '┏━┓┃┗┛┫┣',
  'selected-ghost': '┏╍┓┇┗┛┫┣',
};

/** A frame around a block, and what stands in its edges. */
export interface Frame {
  readonly id: string;
  readonly width: number;
  readonly stroke: Stroke;
  readonly tone: Tone | undefined;
  readonly title: Line;
  /** In the lower edge, as a door in it. */
  readonly door?: Line | undefined;
}

/** Lines of text as a block of this width. */
export function textBlock(lines: readonly Line[], width: number, id?: string): Block {
  const spots = id === undefined ? [] : [{ id, top: 0, left: 0, width, height: lines.length }];
  return { width, lines: lines.map(line => pad(line, width)), spots };
}

/** A block in a frame with a title in its upper edge; the content is two columns and two rows smaller. */
export function framed({ id, width, stroke, tone, title, door }: Frame, content: Block): Block {
  const [
    upperLeft = '',
    flat = '',
    upperRight = '',
    wall = '',
    lowerLeft = '',
    lowerRight = '',
    open = '',
    close = '',
  ] = Array.from(strokes[stroke]);
  const draw = (text: string): Span => span(text, tone, stroke.startsWith('selected'));
  const inner = width - 2;
  const heading = cut([span(' '), ...title, span(' ')], Math.max(0, inner - 1));
  const rest = Math.max(0, inner - 1 - lineWidth(heading));
  const top: Line = [draw(upperLeft + flat), ...heading, draw(flat.repeat(rest) + upperRight)];
  const gate = door === undefined ? [] : cut([span(' '), ...door, span(' ')], Math.max(0, inner - 4));
  const under = Math.max(0, inner - 3 - lineWidth(gate));
  const bottom: Line =
    gate.length === 0
      ? [draw(lowerLeft + flat.repeat(inner) + lowerRight)]
      : [draw(lowerLeft + flat + open), ...gate, draw(close + flat.repeat(under) + lowerRight)];
  const body = content.lines.map((line): Line => [draw(wall), ...pad(line, inner), draw(wall)]);
  const own = { id, top: 0, left: 0, width, height: body.length + 2 };
  return { width, lines: [top, ...body, bottom], spots: [own, ...moved(content.spots, 1, 1)] };
}

/** Blocks under each other. */
export function stacked(blocks: readonly Block[], width: number): Block {
  const lines: Line[] = [];
  const spots: Spot[] = [];
  for (const block of blocks) {
    spots.push(...moved(block.spots, lines.length, 0));
    lines.push(...block.lines.map(line => pad(line, width)));
  }
  return { width, lines, spots };
}

/** Blocks beside each other, with a gap of one column; the lower ones are filled up. */
export function beside(blocks: readonly Block[]): Block {
  const height = Math.max(0, ...blocks.map(({ lines }) => lines.length));
  const spots: Spot[] = [];
  let left = 0;
  for (const block of blocks) {
    spots.push(...moved(block.spots, 0, left));
    left += block.width + 1;
  }
  const lines = Array.from(
    { length: height },
    (_, row): Line =>
      blocks.flatMap((block, index) => [
        ...(index === 0 ? [] : [span(' ')]),
        ...(block.lines[row] ?? [span(' '.repeat(block.width))]),
      ]),
  );
  return { width: Math.max(0, left - 1), lines, spots };
}

/** A block with columns of air on both sides. */
export function inset(block: Block, columns: number): Block {
  const air = span(' '.repeat(columns));
  return {
    width: block.width + 2 * columns,
    lines: block.lines.map(line => [air, ...line, air]),
    spots: moved(block.spots, 0, columns),
  };
}

function moved(spots: readonly Spot[], down: number, right: number): Spot[] {
  return spots.map(spot => ({ ...spot, top: spot.top + down, left: spot.left + right }));
}
