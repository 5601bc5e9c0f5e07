import { stripVTControlCharacters } from 'node:util';
import { fitToShow, isFitToShow } from '../fit-to-show.ts';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const wide =
  /^(?:\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}])|\ufe0f/u;
const invisible = /^[\p{Mark}\p{Default_Ignorable_Code_Point}]+$/u;
const plainAscii = /^[\x20-\x7e]*$/;

/** The characters as a reader sees them: an accent or an emoji's parts belong to one. */
export function characters(text: string): string[] {
  return Array.from(graphemes.segment(text), part => part.segment);
}

/** How many terminal columns a text takes. */
export function textWidth(text: string): number {
  if (plainAscii.test(text)) return text.length;
  return characters(text).reduce((sum, character) => sum + characterWidth(character), 0);
}

function characterWidth(character: string): number {
  if (invisible.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

/** True where a terminal only draws it, in one row. */
export function isPrintable(text: string): boolean {
  return plainAscii.test(text) || isFitToShow(text);
}

/** Text from a container's log or name may hold anything. Its lines stay; without colours, and with tabs as spaces. */
export function printable(text: string): string {
  return fitToShow(stripVTControlCharacters(text).replaceAll('\t', '  '), { lines: true });
}
