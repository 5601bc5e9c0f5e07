import { gramLength } from './fingerprints.ts';
import type { PartSources, Source } from './source.ts';

/** A part with what each of its tokens counts for. */
export interface Weighed extends PartSources {
  /** Source by source: each fingerprint's number in this comparison, from 0. */
  readonly numbers: readonly Uint32Array[];
  /** Source by source, token by token. */
  readonly weights: readonly Float32Array[];
  /** Tokens of its own, by weight. */
  readonly own: number;
}

/** The parts of one challenge, ready to be compared. */
export interface WeighedClass {
  readonly parts: readonly Weighed[];
  /** How many different fingerprints there are. */
  readonly size: number;
  /** What a fingerprint is worth, from 0 to 1; it has to be one that is in a part. */
  worth(fingerprint: number): number;
}

/**
 * Code that is in more parts than this is alike in the class, and counts for less the more have it. Few hand in one program together,
 * however large the class: what many have is their framework's, or a lesson's.
 */
const commonFrom = (parts: number) => Math.max(3, Math.min(5, parts / 4));

/** Finds what in each part is its own: not given to all, and not what much of the class has. */
export function weighClass(parts: readonly PartSources[], known: readonly Source[]): WeighedClass {
  const numberOf = new Map<number, number>();
  const counts: number[] = [];
  const lastSeenIn: number[] = [];
  const numbered = parts.map((part, index) =>
    part.sources.map(source =>
      Uint32Array.from(source.fingerprints, fingerprint => {
        const number = numberOf.get(fingerprint) ?? numberOf.size;
        if (number === numberOf.size) numberOf.set(fingerprint, number);
        if (lastSeenIn[number] !== index) counts[number] = (counts[number] ?? 0) + 1;
        lastSeenIn[number] = index;
        return number;
      }),
    ),
  );
  const common = commonFrom(parts.length);
  const worths = Float64Array.from(counts, count => (count <= common ? 1 : (common / count) ** 2));
  for (const source of known) {
    for (const fingerprint of source.fingerprints) {
      const number = numberOf.get(fingerprint);
      if (number !== undefined) worths[number] = 0;
    }
  }
  return {
    parts: parts.map((part, index) => weigh(part, numbered[index] ?? [], worths)),
    size: numberOf.size,
    worth: fingerprint => worths[numberOf.get(fingerprint) ?? -1] ?? 0,
  };
}

/** A token counts as the least of the stretches that it is in: at the edge of what was given, it is the given code's. */
function weigh(part: PartSources, numbers: readonly Uint32Array[], worths: Float64Array): Weighed {
  const weights = part.sources.map((source, nth) => {
    const weight = new Float32Array(source.signs.length).fill(source.weight);
    numbers[nth]?.forEach((number, begin) => {
      const least = (worths[number] ?? 1) * source.weight;
      if (least === source.weight) return;
      for (let at = begin; at < begin + gramLength; at++) weight[at] = Math.min(weight[at] ?? 0, least);
    });
    return weight;
  });
  const own = weights.reduce((sum, weight) => sum + weight.reduce((one, other) => one + other, 0), 0);
  return { ...part, numbers, weights, own };
}
