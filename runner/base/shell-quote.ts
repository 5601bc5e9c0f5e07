/** A word as a POSIX shell reads it back: in one line, whatever it holds, but for newlines at its end. */
export function shellQuote(word: string): string {
  if (word.includes('\n')) {
    const escaped = word.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
    return `"$(printf %b ${shellQuote(escaped)})"`;
  }
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
