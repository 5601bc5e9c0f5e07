import { gramLength, winnow } from './fingerprints.ts';
import { type Match, matches } from './matches.ts';
import type { Source, WorkSources } from './source.ts';

/** When two works are worth a look: see docs/decisions/2026-11-21-similarity.md for the numbers behind these. */
export const threshold = {
  /** How much of the smaller work's own code has to be in the other one. */
  score: 0.5,
  /** How many tokens this has to be. Less than that is too little to tell anything. */
  shared: 90,
  /** So many tokens of own code in common are worth a look, however much else there is. */
  sharedAtAnyScore: 220,
} as const;

/** Code that is in more works than this is alike in the class, and counts for less the more have it. */
const commonFrom = (works: number) => Math.max(3, works / 4);

/** Two works of one challenge that are alike. */
export interface Likeness {
  readonly first: string;
  readonly second: string;
  readonly score: number;
  /** Tokens. */
  readonly shared: number;
  readonly matches: readonly Match[];
}

/**
 * Compares the works of one challenge with each other. What is in `known` (the starter, the lab's own solution) counts for nothing.
 * The likest first, and no more of them than `pairs`; neither the order of the works nor which of two is the first changes anything.
 * Throws the signal's reason when it is aborted.
 */
export function compare(
  works: readonly WorkSources[],
  known: readonly Source[],
  { pairs = Number.POSITIVE_INFINITY, signal }: { pairs?: number; signal?: AbortSignal | undefined } = {},
): readonly Likeness[] {
  const sorted = [...works].sort((one, other) => order(one.id, other.id));
  const counts = countWorks(sorted);
  const common = commonFrom(sorted.length);
  const given = new Set(known.flatMap(source => [...source.fingerprints]));
  const worth = (fingerprint: number) => {
    if (given.has(fingerprint)) return 0;
    const count = counts.get(fingerprint) ?? 1;
    return count <= common ? 1 : (common / count) ** 2;
  };
  const weighed = sorted.map(work => weigh(work, worth));
  const found: Found[] = [];
  for (const [first, second] of candidates(weighed, worth)) {
    signal?.throwIfAborted();
    const shared = Math.min(covered(first, second.all), covered(second, first.all));
    const score = shared / Math.min(first.own, second.own);
    const isAlike = score >= threshold.score && shared >= threshold.shared;
    if (!isAlike && shared < threshold.sharedAtAnyScore) continue;
    found.push({ first, second, score: Math.round(score * 1000) / 1000, shared: Math.round(shared) });
  }
  return found
    .sort(byLikeness)
    .slice(0, pairs)
    .map(({ first, second, ...numbers }) => ({
      first: first.id,
      second: second.id,
      ...numbers,
      matches: matches(first.sources, second.sources, worth),
    }));
}

interface Found {
  readonly first: Weighed;
  readonly second: Weighed;
  readonly score: number;
  readonly shared: number;
}

/** The same share of a longer text says more. */
function byLikeness(one: Found, other: Found): number {
  const weight = ({ score, shared }: Found) => score * Math.log(1 + shared);
  return weight(other) - weight(one) || order(one.first.id, other.first.id) || order(one.second.id, other.second.id);
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** A work with what each of its tokens counts for. */
interface Weighed extends WorkSources {
  /** Source by source, token by token. */
  readonly weights: readonly Float32Array[];
  /** Tokens of its own, by weight. */
  readonly own: number;
  readonly all: ReadonlySet<number>;
}

/** A token counts as the least of the stretches that it is in: at the edge of what was given, it is the given code's. */
function weigh(work: WorkSources, worth: (fingerprint: number) => number): Weighed {
  const weights = work.sources.map(source => {
    const weight = new Float32Array(source.signs.length).fill(source.weight);
    source.fingerprints.forEach((fingerprint, begin) => {
      const least = worth(fingerprint) * source.weight;
      if (least === source.weight) return;
      for (let at = begin; at < begin + gramLength; at++) weight[at] = Math.min(weight[at] ?? 0, least);
    });
    return weight;
  });
  const own = weights.reduce((sum, weight) => sum + weight.reduce((one, other) => one + other, 0), 0);
  return { ...work, weights, own, all: new Set(work.sources.flatMap(it => [...it.fingerprints])) };
}

/** How many tokens of a work, by weight, stand in stretches that another one has, too. */
function covered({ sources, weights }: Weighed, others: ReadonlySet<number>): number {
  let sum = 0;
  sources.forEach((source, nth) => {
    const weight = weights[nth];
    let upTo = 0;
    source.fingerprints.forEach((fingerprint, begin) => {
      if (!others.has(fingerprint)) return;
      for (let at = Math.max(begin, upTo); at < begin + gramLength; at++) sum += weight?.[at] ?? 0;
      upTo = begin + gramLength;
    });
  });
  return sum;
}

/** In how many works each fingerprint is. */
function countWorks(works: readonly WorkSources[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const work of works) {
    for (const fingerprint of new Set(work.sources.flatMap(source => [...source.fingerprints]))) {
      counts.set(fingerprint, (counts.get(fingerprint) ?? 0) + 1);
    }
  }
  return counts;
}

/** The pairs that have something in common at all, found by what was winnowed, so that not all have to be compared. */
function candidates(works: readonly Weighed[], worth: (fingerprint: number) => number): readonly [Weighed, Weighed][] {
  const holders = new Map<number, number[]>();
  works.forEach((work, index) => {
    for (const fingerprint of new Set(work.sources.flatMap(source => [...winnow(source.fingerprints)]))) {
      const known = holders.get(fingerprint);
      if (known === undefined) holders.set(fingerprint, [index]);
      else known.push(index);
    }
  });
  // One number for a pair: the first's index times the count of works, plus the second's.
  const inCommon = new Map<number, number>();
  for (const [fingerprint, having] of holders) {
    const value = worth(fingerprint);
    if (value < 0.1) continue;
    for (let nth = 0; nth < having.length; nth++) {
      for (let later = nth + 1; later < having.length; later++) {
        const pair = (having[nth] ?? 0) * works.length + (having[later] ?? 0);
        inCommon.set(pair, (inCommon.get(pair) ?? 0) + value);
      }
    }
  }
  return [...inCommon]
    .filter(([, value]) => value >= fewest)
    .flatMap(([pair]) => {
      const first = works[Math.floor(pair / works.length)];
      const second = works[pair % works.length];
      return first === undefined || second === undefined ? [] : [[first, second] as [Weighed, Weighed]];
    });
}

/** Winnowed fingerprints; two works that are worth a look have many more. */
const fewest = 4;
