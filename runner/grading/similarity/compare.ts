import { candidates } from './candidate-pairs.ts';
import { gramLength } from './fingerprints.ts';
import { type Match, matches } from './matches.ts';
import type { PartSources, Source } from './source.ts';
import { type Weighed, weighClass } from './weigh-matches.ts';

/** When two parts are worth a look: see docs/decisions/2026-11-21-similarity.md for the numbers behind these. */
const threshold = {
  /** How much of the smaller work's own code has to be in the other one. */
  score: 0.5,
  /** How many tokens this has to be. Less than that is too little to tell anything. */
  shared: 90,
  /** So many tokens in one piece are worth a look, however much else there is. */
  piece: 100,
} as const;

/** Two parts of one challenge that are alike. */
export interface Likeness {
  readonly first: string;
  readonly second: string;
  readonly score: number;
  /** Tokens. */
  readonly shared: number;
  readonly matches: readonly Match[];
}

/**
 * Compares the parts of one challenge with each other. What is in `known` (the starter, the lab's own solution) counts for nothing.
 * The likest first, and no more of them than `pairs`; neither the order of the parts nor which of two is the first changes anything.
 * Throws the signal's reason when it is aborted.
 */
export function compare(
  parts: readonly PartSources[],
  known: readonly Source[],
  { pairs = Number.POSITIVE_INFINITY, signal }: { pairs?: number; signal?: AbortSignal | undefined } = {},
): readonly Likeness[] {
  signal?.throwIfAborted();
  const weighed = weighClass(
    [...parts].sort((one, other) => order(one.id, other.id)),
    known,
  );
  const marks = new Marks(weighed.size);
  const found: Found[] = [];
  for (const [first, second] of candidates(weighed)) {
    signal?.throwIfAborted();
    const [one, other] = [marks.set(second).covered(first), marks.set(first).covered(second)];
    const shared = Math.min(one.tokens, other.tokens);
    const score = shared / Math.min(first.own, second.own);
    const isAlike = score >= threshold.score && shared >= threshold.shared;
    if (!isAlike && Math.min(one.longest, other.longest) < threshold.piece) continue;
    found.push({ first, second, score: Math.round(score * 1000) / 1000, shared: Math.round(shared) });
  }
  return found
    .sort(byLikeness)
    .slice(0, pairs)
    .map(({ first, second, ...measured }) => ({
      first: first.id,
      second: second.id,
      ...measured,
      matches: matches(first.sources, second.sources, weighed.worth),
    }));
}

interface Found {
  readonly first: Weighed;
  readonly second: Weighed;
  readonly score: number;
  readonly shared: number;
}

/** How much a pair says: the same share of a longer text says more. Of pairs of any challenge, so that they can be put in one order. */
export const weightOf = ({ score, shared }: Pick<Likeness, 'score' | 'shared'>): number => score * Math.log(1 + shared);

function byLikeness(one: Found, other: Found): number {
  return (
    weightOf(other) - weightOf(one) || order(one.first.id, other.first.id) || order(one.second.id, other.second.id)
  );
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Which fingerprints one part has: a set that is filled anew for each pair, and so has to be quick. */
class Marks {
  readonly #turns: Uint32Array;
  #turn = 0;

  constructor(size: number) {
    this.#turns = new Uint32Array(size);
  }

  set({ numbers }: Weighed): this {
    this.#turn++;
    for (const source of numbers) for (const number of source) this.#turns[number] = this.#turn;
    return this;
  }

  /** How many tokens of a part, by weight, stand in stretches that the marked one has, too: in all, and in the longest piece. */
  covered({ numbers, weights }: Weighed): { readonly tokens: number; readonly longest: number } {
    let tokens = 0;
    let longest = 0;
    numbers.forEach((source, nth) => {
      const weight = weights[nth];
      let upTo = 0;
      let piece = 0;
      for (let begin = 0; begin < source.length; begin++) {
        if (this.#turns[source[begin] ?? -1] !== this.#turn) {
          piece = 0;
          continue;
        }
        for (let at = Math.max(begin, piece === 0 ? 0 : upTo); at < begin + gramLength; at++) {
          const value = weight?.[at] ?? 0;
          piece += value;
          if (at >= upTo) tokens += value;
        }
        upTo = begin + gramLength;
        longest = Math.max(longest, piece);
      }
    });
    return { tokens, longest };
  }
}
