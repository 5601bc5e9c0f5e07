import { fitToShow } from '../../base/fit-to-show.ts';

/** More of one text than this helps nobody, and could be a submission's doing. */
const longest = 8_000;

/**
 * A text with line ends, and without other control characters, broken ones and those that turn the reading direction of all
 * that follows, as any format can carry it. Pure.
 */
export function plainText(text: string): string {
  return fitToShow(text.toWellFormed().replace(/\r\n?|[\u2028\u2029]/g, '\n'), { lines: true, max: longest });
}

/** The same in one line. */
export function plainLine(text: string): string {
  return plainText(text).replace(/\s+/g, ' ').trim();
}
