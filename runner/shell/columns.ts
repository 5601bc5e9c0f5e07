import { characters, textWidth } from '../base/text/width.ts';

const nothing = /^[\p{Mn}\p{Me}\p{Cf}\p{Default_Ignorable_Code_Point}]$/u;
const flagLetter = /^[\u{1f1e6}-\u{1f1ff}]$/u;
/** Libraries and terminals do not agree on how wide these are, or join them with their neighbours. */
const disputed =
  /^[\p{Mc}\u0e33\u0eb3\u2630-\u2637\u268a-\u268f\u303f\u3248-\u324f\u4dc0-\u4dff\ua960-\ua97c\ufe10-\ufe19\u{16fe0}-\u{18df2}\u{1aff0}-\u{1b2fb}\u{1d300}-\u{1d376}\u{1f200}-\u{1f265}]$|^\p{Emoji_Modifier}$/u;
const ignorable = /\p{Default_Ignorable_Code_Point}/gu;

/** How many columns a character takes in a shell: 0 where it belongs to the one before it. */
export function columnsOf(codePoint: number): 0 | 1 | 2 {
  const character = String.fromCodePoint(codePoint);
  if (nothing.test(character)) return 0;
  if (flagLetter.test(character)) return 1;
  return textWidth(character) === 2 ? 2 : 1;
}

/**
 * What a cell shows on the screen: text that is exactly so wide for everyone who counts. What cannot be drawn so loses its
 * marks, or becomes `?`, which is better than a row that is a column too long.
 */
export function glyphOf(chars: string, width: number): string {
  if (chars === '' || chars === ' ') return ' '.repeat(width);
  if (chars.length === 1 && chars > ' ' && chars < '\u007f') return chars;
  const text = chars.normalize('NFC').replace(ignorable, '');
  const [base = ''] = text;
  if (flagLetter.test(base)) return String.fromCodePoint((base.codePointAt(0) ?? 0) - 0x1f1e6 + 0x41);
  for (const candidate of [text, base]) if (fits(candidate, width)) return candidate;
  return '?'.padEnd(width);
}

function fits(text: string, width: number): boolean {
  const [base = '', ...marks] = text;
  if (base === '' || /\p{C}/u.test(text.replace(/\p{Co}/gu, ''))) return false;
  if (disputed.test(base) || marks.some(mark => !/^[\p{Mn}\p{Me}]$/u.test(mark))) return false;
  return characters(text).length === 1 && textWidth(text) === width;
}

/** True if two neighbours would be taken for one character, and the row become shorter. */
export function joins(left: string, right: string): boolean {
  return right > '\u007f' && characters(left + right).length < characters(left).length + characters(right).length;
}
