/** More of one text than this helps nobody, and could be a submission's doing. */
const longest = 8_000;

/**
 * A text with line ends, and without other control characters, broken ones and those that turn the reading direction of all
 * that follows, as any format can carry it. Pure.
 */
export function plainText(text: string): string {
  const kept = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return (
    kept
      .toWellFormed()
      .replace(/\r\n?|[\u2028\u2029]/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g, '')
  );
}

/** The same in one line. */
export function plainLine(text: string): string {
  return plainText(text).replace(/\s+/g, ' ').trim();
}
