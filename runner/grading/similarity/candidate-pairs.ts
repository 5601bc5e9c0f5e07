import { winnow } from './fingerprints.ts';
import type { Weighed, WeighedClass } from './weigh-matches.ts';

/** What is worth less than this, because nearly everybody has it, leads to no pair. */
const leastWorth = 0.1;

/** So many winnowed fingerprints, by worth, two parts have in common at least; those that are worth a look have many more. */
const fewest = 6;

/** The pairs that have something in common, by an index of what was winnowed, so that not all of them have to be compared. */
export function candidates({ parts, worth }: WeighedClass): readonly (readonly [Weighed, Weighed])[] {
  const holders = new Map<number, number[]>();
  parts.forEach((part, index) => {
    for (const fingerprint of new Set(part.sources.flatMap(source => [...winnow(source.fingerprints)]))) {
      const known = holders.get(fingerprint);
      if (known === undefined) holders.set(fingerprint, [index]);
      else known.push(index);
    }
  });
  // For the pair of the parts i and j, i before j, at i * parts.length + j.
  const inCommon = new Float64Array(parts.length * parts.length);
  for (const [fingerprint, having] of holders) {
    const value = worth(fingerprint);
    if (having.length < 2 || value < leastWorth) continue;
    having.forEach((one, nth) => {
      for (let later = nth + 1; later < having.length; later++) {
        const place = one * parts.length + (having[later] ?? 0);
        inCommon[place] = (inCommon[place] ?? 0) + value;
      }
    });
  }
  return parts.flatMap((one, i) =>
    parts.flatMap((other, j) => ((inCommon[i * parts.length + j] ?? 0) >= fewest ? [[one, other] as const] : [])),
  );
}
