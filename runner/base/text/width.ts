import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import { fitToShow, isFitToShow } from '../fit-to-show.ts';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const plainAscii = /^[\x20-\x7e]*$/;

/** The characters as a reader sees them: an accent or an emoji's parts belong to one. */
export function characters(text: string): string[] {
  return Array.from(graphemes.segment(text), part => part.segment);
}

/** How many terminal columns a text takes: as Ink counts them, so that what fits by one fits by the other. */
export function textWidth(text: string): number {
  return plainAscii.test(text) ? text.length : stringWidth(text);
}

/** True if a terminal only draws it, in one row. */
export function isPrintable(text: string): boolean {
  return plainAscii.test(text) || isFitToShow(text);
}

/** Text from a container's log or name may hold anything. Its lines stay; without colours, and with tabs as spaces. */
export function printable(text: string): string {
  return fitToShow(stripVTControlCharacters(text).replaceAll('\t', '  '), { lines: true });
}
