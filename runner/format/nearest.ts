/** The word that a misspelt one was probably meant to be; `undefined` if none is near. Pure. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const near = words
    .map(one => ({ one, distance: distance(word.toLowerCase(), one.toLowerCase()) }))
    .filter(({ one, distance }) => distance <= Math.max(2, Math.floor(one.length / 3)))
    .sort((a, b) => a.distance - b.distance);
  return near[0]?.one;
}

/** The words, those first that are the most like a misspelt one. Pure. */
export function byNearness(word: string, words: readonly string[]): string[] {
  return [...words].sort((one, other) => distance(one, word) - distance(other, word));
}

/** How many letters have to be added, removed or changed (Levenshtein); no end of them where the lengths are far apart. */
function distance(from: string, to: string): number {
  if (Math.abs(from.length - to.length) > 8) return Number.POSITIVE_INFINITY;
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (const [at, other] of [...to].entries()) {
      const changed = (row[at] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? Number.POSITIVE_INFINITY;
}
