import type { Line, Span } from '../../../base/text/line.ts';
import { characters, textWidth } from '../../../base/text/width.ts';

/** The line with the cell at a column (counted from 0) inverted, so that the cursor can be seen. */
export function withCursor(line: Line, column: number): Line {
  const drawn: Span[] = [];
  let at = 0;
  for (const part of line) {
    const width = textWidth(part.text);
    if (column < at || column >= at + width) drawn.push(part);
    else drawn.push(...inverted(part, column - at));
    at += width;
  }
  return drawn;
}

function inverted(part: Span, column: number): Span[] {
  let before = '';
  let at = 0;
  const all = characters(part.text);
  for (const [index, character] of all.entries()) {
    const width = textWidth(character);
    if (column < at + width) {
      const { inverse, ...style } = part.style ?? {};
      const cell: Span = { ...part, text: character, style: inverse === true ? style : { ...style, inverse: true } };
      const pieces: Span[] = [{ ...part, text: before }, cell, { ...part, text: all.slice(index + 1).join('') }];
      return pieces.filter(({ text }) => text !== '');
    }
    before += character;
    at += width;
  }
  return [part];
}
