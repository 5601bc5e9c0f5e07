import { fitToShow } from '../../base/fit-to-show.ts';

/** What a page shows of one text at most: nothing that anybody needs to read is longer. */
const maxCharacters = 20_000;

/**
 * The same value with every text in it made harmless to show: without control characters (but line ends and tabs), without
 * what turns text around or hides in it, well-formed, and not endless. Names and logs are the students', whatever they hold.
 */
export function cleaned<Value>(value: Value): Value {
  return clean(value) as Value;
}

function clean(value: unknown): unknown {
  if (typeof value === 'string') return harmless(value);
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, clean(item)]));
  return value;
}

function harmless(text: string): string {
  return fitToShow(text.replaceAll('\r\n', '\n').toWellFormed(), { lines: true, max: maxCharacters });
}

/** A text of at most so many characters, on one line, for where there is little room. */
export function shortened(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 1).toWellFormed()}…` : line;
}
