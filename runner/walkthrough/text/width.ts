import { stripVTControlCharacters } from 'node:util';

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

/** What a terminal obeys instead of drawing it, and what turns the direction of what comes after it. */
const commanding = /\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u;
const commandingButLineEnds = new RegExp(`(?!\\n)(?:${commanding.source})`, 'gu');

/** True where a terminal only draws it, in one row. */
export function isPrintable(text: string): boolean {
  return plainAscii.test(text) || !commanding.test(text);
}

/**
 * Text from a container's log or name may hold anything: without this, it could move the cursor, ring the bell, or turn
 * the direction in which the rest of its row is written.
 */
export function printable(text: string): string {
  return stripVTControlCharacters(text).replaceAll('\t', '  ').replace(commandingButLineEnds, '');
}
