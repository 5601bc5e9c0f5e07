import { characters, isPrintable, printable, textWidth } from './width.ts';

/** What a piece of text means; the component that draws it chooses the colour. */
export type Tone = 'good' | 'bad' | 'warn' | 'accent' | 'quiet';

/** A piece of text that looks the same throughout. */
export interface Span {
  readonly text: string;
  readonly tone?: Tone | undefined;
  readonly strong?: boolean | undefined;
  /** Part of a sentence, which has to be read with ease: it is neither coloured nor dim. */
  readonly prose?: true;
  /** How a program in the inner shell painted it. Nothing of the lab's own is painted so. */
  readonly style?: CellStyle | undefined;
}

/** A colour of a program: a number is one of the terminal's palette of 256, `#rrggbb` is that very colour. */
export type CellColour = number | `#${string}`;

/** How a cell of a terminal is painted. What is not named is as usual. */
export interface CellStyle {
  readonly foreground?: CellColour;
  readonly background?: CellColour;
  readonly bold?: true;
  readonly dim?: true;
  readonly italic?: true;
  readonly underline?: true;
  readonly inverse?: true;
  readonly strikethrough?: true;
}

/** One row of the screen. */
export type Line = readonly Span[];

/** An empty row. */
export const blank: Line = [];

/** A piece of text in a tone; `strong` is bold. */
export function span(text: string, tone?: Tone, strong?: boolean): Span {
  return { text, tone, strong };
}

/** How many terminal columns a row takes. */
export function lineWidth(line: Line): number {
  return line.reduce((sum, part) => sum + textWidth(part.text), 0);
}

/** The line cut to a width, with `…` where something is missing. */
export function cut(line: Line, width: number): Line {
  if (lineWidth(line) <= width) return line;
  const kept: Span[] = [];
  let left = width - 1;
  for (const part of line) {
    let text = '';
    for (const character of characters(part.text)) {
      const taken = textWidth(character);
      if (taken > left) return [...kept, { ...part, text: `${text}…` }];
      text += character;
      left -= taken;
    }
    kept.push({ ...part, text });
  }
  return kept;
}

/**
 * A row that commands no terminal and stays one row, whatever names, settings and answers of the engine are in it. It is
 * never wider than before. Those who measure text make it printable before; here is nobody left who could forget to.
 */
export function harmless(line: Line): Line {
  if (line.every(({ text }) => isPrintable(text))) return line;
  return line.map(part => ({ ...part, text: printable(part.text.replace(/[\t\n]/g, ' ')) }));
}

/** Two parts pushed to the left and the right edge; the left one gives way. */
export function spread(left: Line, right: Line, width: number): Line {
  const room = Math.max(0, width - lineWidth(right) - 1);
  const start = cut(left, room);
  return cut([...start, span(' '.repeat(Math.max(1, width - lineWidth(start) - lineWidth(right)))), ...right], width);
}

/** The line filled with spaces up to a width. */
export function pad(line: Line, width: number): Line {
  const fitted = cut(line, width);
  const missing = width - lineWidth(fitted);
  return missing > 0 ? [...fitted, span(' '.repeat(missing))] : fitted;
}

/** A rule across the screen, with a title in it. */
export function rule(title: string, width: number, right = ''): Line {
  const end: Line = right === '' ? [] : [span(` ${right} `, 'quiet'), span('──', 'quiet')];
  const name = cut([span('── ', 'quiet'), span(title, undefined, true)], width - lineWidth(end) - 2);
  const start: Line = [...name, span(' ')];
  return [...start, span('─'.repeat(Math.max(0, width - lineWidth(start) - lineWidth(end))), 'quiet'), ...end];
}

/** Longer texts with words in them are sentences, not signs or labels. */
const labelLength = 16;

/** True for text that is read, and not only recognised. Pure. */
export function isSentence(text: string): boolean {
  return text.length > labelLength && /\p{L}{2}/u.test(text);
}

/** Text with `code` in it, as spans: code is strong, and loses its backticks. */
export function inline(text: string, tone?: Tone): Span[] {
  const prose = isSentence(text) ? ({ prose: true } as const) : {};
  return printable(text)
    .split('`')
    .map((part, index) => ({ ...span(part, tone, index % 2 === 1), ...prose }))
    .filter(part => part.text !== '');
}
