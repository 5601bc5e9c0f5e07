import type { Tokens } from './token-list.ts';

/**
 * How many tokens in a row make one fingerprint. A name counts only by where the same name stood last within these, which renaming
 * does not change, so a dozen tokens already say much: see docs/decisions/2026-11-21-similarity.md.
 */
export const gramLength = 12;

/** Of so many neighbouring fingerprints at least one is kept by `winnow`: no stretch of 15 tokens that two have in common is missed. */
const windowLength = 4;

/** The fingerprint of each stretch of `gramLength` tokens, by where it begins; none where there are fewer. */
export function fingerprints({ signs, since }: Pick<Tokens, 'signs' | 'since'>): Float64Array {
  const count = Math.max(0, signs.length - gramLength + 1);
  const found = new Float64Array(count);
  for (let begin = 0; begin < count; begin++) {
    let high = 0x811c9dc5;
    let low = 0x9747b28c;
    for (let nth = 0; nth < gramLength; nth++) {
      const sign = signs[begin + nth] ?? 0;
      const distance = since[begin + nth] ?? 0;
      const value = sign === 0 ? (distance <= nth ? distance + 1 : 1) : sign;
      high = Math.imul(high ^ value, 0x01000193);
      high ^= high >>> 15;
      low = Math.imul(low ^ value, 0x5bd1e995);
      low ^= low >>> 13;
    }
    // 53 bits: all that a number holds exactly.
    found[begin] = (high >>> 0) * 0x200000 + (low >>> 11);
  }
  return found;
}

/**
 * The few fingerprints that stand for all of them: the least of each window, the last of these where several are.
 * Schleimer, Wilkerson and Aiken, "Winnowing: Local Algorithms for Document Fingerprinting", SIGMOD 2003.
 */
export function winnow(all: Float64Array): Set<number> {
  const kept = new Set<number>();
  if (all.length > 0 && all.length < windowLength) kept.add(Math.min(...all));
  for (let begin = 0; begin + windowLength <= all.length; begin++) {
    let least = Number.POSITIVE_INFINITY;
    for (let nth = begin; nth < begin + windowLength; nth++) least = Math.min(least, all[nth] ?? least);
    kept.add(least);
  }
  return kept;
}
