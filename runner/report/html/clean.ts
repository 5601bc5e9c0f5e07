/** What a page shows of one text at most: nothing that anybody needs to read is longer. */
const mostCharacters = 20_000;

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

/** Joiners make letters and emoji of several scripts; they stay. */
const harmful = /(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}\u2028\u2029]/gu;

function harmless(text: string): string {
  const short = text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text;
  return short.replaceAll('\r\n', '\n').toWellFormed().replace(harmful, '');
}

/** A text of at most so many characters, on one line, for where there is little room. */
export function shortened(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 1).toWellFormed()}…` : line;
}
