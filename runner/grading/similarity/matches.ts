import { gramLength } from './fingerprints.ts';
import type { Source } from './source.ts';

/** A stretch of code that two parts have in common. */
export interface Match {
  readonly first: Place;
  readonly second: Place;
  /** Tokens. */
  readonly length: number;
}

/** Lines of a file, from 1, both included. */
export interface Place {
  readonly file: string;
  readonly from: number;
  readonly to: number;
}

/** Tokens from the beginning of a source; `to` is not included. */
interface Run {
  readonly one: Source;
  readonly other: Source;
  readonly from: number;
  readonly to: number;
  readonly otherFrom: number;
  readonly otherTo: number;
}

/** Of a stretch that repeats itself, so many places are tried. */
const placesTried = 16;

/** Stretches so few tokens apart, on both sides, are shown as one: somebody has put a line between. */
const bridged = 10;

/** The stretches that two parts have in common, but for those that are worth nothing; none overlaps another. The longest first. */
export function matches(
  first: readonly Source[],
  second: readonly Source[],
  worth: (fingerprint: number) => number,
): readonly Match[] {
  const places = placesOf(second, worth);
  const taken = new Map(second.map(source => [source, new Uint8Array(source.signs.length)]));
  const runs = first.flatMap(source => join(runsOf(source, places, taken)));
  return runs
    .sort((one, another) => another.to - another.from - (one.to - one.from))
    .map(run => ({
      first: placeOf(run.one, run.from, run.to),
      second: placeOf(run.other, run.otherFrom, run.otherTo),
      length: run.to - run.from,
    }));
}

type Places = ReadonlyMap<number, readonly { readonly source: Source; readonly begin: number }[]>;

function placesOf(sources: readonly Source[], worth: (fingerprint: number) => number): Places {
  const places = new Map<number, { source: Source; begin: number }[]>();
  for (const source of sources) {
    source.fingerprints.forEach((fingerprint, begin) => {
      if (worth(fingerprint) === 0) return;
      const known = places.get(fingerprint);
      if (known === undefined) places.set(fingerprint, [{ source, begin }]);
      else if (known.length < placesTried) known.push({ source, begin });
    });
  }
  return places;
}

/** From the beginning to the end of a source, the longest stretch at each place that is not in one already. */
function runsOf(one: Source, places: Places, taken: ReadonlyMap<Source, Uint8Array>): readonly Run[] {
  const found: Run[] = [];
  for (let from = 0; from < one.fingerprints.length; ) {
    let best: Run | undefined;
    for (const { source: other, begin } of places.get(one.fingerprints[from] ?? -1) ?? []) {
      const used = taken.get(other);
      const isFree = (at: number) => used?.[at] === 0;
      let grams = 0;
      while (
        from + grams < one.fingerprints.length &&
        one.fingerprints[from + grams] === other.fingerprints[begin + grams] &&
        (grams === 0 || places.has(one.fingerprints[from + grams] ?? -1)) &&
        isFree(begin + grams) &&
        isFree(begin + grams + gramLength - 1)
      ) {
        grams++;
      }
      const length = grams + gramLength - 1;
      if (grams === 0 || (best !== undefined && best.to - best.from >= length)) continue;
      best = { one, other, from, to: from + length, otherFrom: begin, otherTo: begin + length };
    }
    if (best === undefined) {
      from++;
      continue;
    }
    taken.get(best.other)?.fill(1, best.otherFrom, best.otherTo);
    found.push(best);
    from = best.to;
  }
  return found;
}

/** Makes one of neighbours that are in the same order on both sides. */
function join(runs: readonly Run[]): readonly Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    const follows =
      last !== undefined &&
      last.other === run.other &&
      run.from - last.to <= bridged &&
      run.otherFrom >= last.otherTo &&
      run.otherFrom - last.otherTo <= bridged;
    if (follows) joined[joined.length - 1] = { ...last, to: run.to, otherTo: run.otherTo };
    else joined.push(run);
  }
  return joined;
}

function placeOf(source: Source, from: number, to: number): Place {
  return { file: source.file, from: source.lines[from] ?? 1, to: source.lines[to - 1] ?? 1 };
}
