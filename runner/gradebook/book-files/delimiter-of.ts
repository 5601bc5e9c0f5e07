/** What separates the cells of a table: what stands most often in its first line of commas, semicolons and tabs. Pure. */
export function delimiterOf(text: string): string {
  const [first = ''] = text.replace(/^\uFEFF/, '').split(/\r?\n|\r/, 1);
  const count = (character: string) => first.split(character).length;
  return [',', ';', '\t'].toSorted((one, other) => count(other) - count(one))[0] ?? ',';
}
