import type { Line, Span } from '../../base/text/line.ts';
import { span } from '../../base/text/line.ts';
import { characters, textWidth } from '../../base/text/width.ts';

/** The spans broken into lines at spaces (and inside words that are longer than a line). */
export function wrap(spans: readonly Span[], width: number): Line[] {
  const room = Math.max(1, width);
  const lines: Span[][] = [[]];
  let used = 0;
  for (const word of wordsOf(spans, room)) {
    const size = word.reduce((sum, part) => sum + textWidth(part.text), 0);
    if (used > 0 && used + 1 + size > room) {
      lines.push([]);
      used = 0;
    }
    if (used > 0) {
      lines.at(-1)?.push(span(' '));
      used += 1;
    }
    lines.at(-1)?.push(...word);
    used += size;
  }
  return lines;
}

/** Each paragraph (line of the text) wrapped on its own. */
export function wrapText(text: string, width: number, spansOf: (paragraph: string) => Span[]): Line[] {
  return text.split('\n').flatMap(paragraph => wrap(spansOf(paragraph), width));
}

/** Lines behind a label: the label on the first, its width in spaces on the others. */
export function hang(label: Line, labelWidth: number, lines: readonly Line[]): Line[] {
  const taken = label.reduce((sum, part) => sum + textWidth(part.text), 0);
  const fill = span(' '.repeat(Math.max(0, labelWidth - taken)));
  return lines.map((line, index) =>
    index === 0 ? [...label, fill, ...line] : [span(' '.repeat(labelWidth)), ...line],
  );
}

function wordsOf(spans: readonly Span[], width: number): Span[][] {
  const words: Span[][] = [[]];
  for (const part of spans) {
    part.text.split(/\s+/).forEach((piece, index) => {
      if (index > 0) words.push([]);
      if (piece !== '') words.at(-1)?.push({ ...part, text: piece });
    });
  }
  return words.filter(word => word.length > 0).flatMap(word => broken(word, width));
}

function broken(word: Span[], width: number): Span[][] {
  if (word.reduce((sum, part) => sum + textWidth(part.text), 0) <= width) return [word];
  const pieces: Span[][] = [[]];
  let used = 0;
  for (const part of word) {
    for (const character of characters(part.text)) {
      const size = textWidth(character);
      if (used + size > width) {
        pieces.push([]);
        used = 0;
      }
      pieces.at(-1)?.push({ ...part, text: character });
      used += size;
    }
  }
  return pieces;
}
