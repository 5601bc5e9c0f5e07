/**
 * What commands a terminal, breaks a line or a file format, or turns or hides the text around it: control and format characters,
 * line and paragraph separators, halves of surrogate pairs, and the two that are no characters. (Unicode's General_Category; UAX #9.)
 * Joiners make letters and emoji of several scripts, and stay.
 */
const dangerous = '(?![\\u200c\\u200d])[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\ufffe\\uffff]';
const inOneLine = new RegExp(dangerous, 'gu');
const inLines = new RegExp(`(?![\\n\\t])${dangerous}`, 'gu');
const any = new RegExp(dangerous, 'u');
const meaningless = new RegExp(`${dangerous}|[\\p{Co}\\p{Cn}]`, 'gu');

export interface Fit {
  /** Line ends and tabs stay: for where a text may take several lines. */
  readonly lines?: boolean;
  /** In one line, and also without what means nothing to anybody: private use, and what is not assigned. */
  readonly strict?: boolean;
  /** What stands where something was taken out: nothing, if nothing is said. */
  readonly instead?: string;
  /** The most characters (code points) to show, `…` included. */
  readonly max?: number;
}

/**
 * A text from outside (a name, a log, an answer, a file of somebody else's) as it can be shown to people, whatever is in it. What
 * a format has signs of its own for (HTML, Markdown, CSV, JSON) is escaped by who writes that format. Pure.
 */
export function fitToShow(
  text: string,
  { lines = false, strict = false, instead = '', max = Number.POSITIVE_INFINITY }: Fit = {},
): string {
  // Twice: what is taken out, and pairs of surrogates, count as well before it is known what is left.
  const part = text.length > 2 * max + 2 ? text.slice(0, 2 * max + 2) : text;
  const unfit = strict ? meaningless : lines ? inLines : inOneLine;
  const fit = part.replace(unfit, instead);
  if (fit.length <= max) return fit;
  const characters = [...fit];
  return characters.length <= max ? fit : `${characters.slice(0, max - 1).join('')}…`;
}

/** Whether a text has nothing in it that would have to be taken out of one line. */
export function isFitToShow(text: string): boolean {
  return !any.test(text);
}
