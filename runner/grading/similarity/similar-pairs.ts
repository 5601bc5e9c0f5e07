import { join } from 'node:path';
import { fitToShow } from '../../base/fit-to-show.ts';
import type { Excerpt, Passage, SimilarPair } from '../../gradebook/similarity.ts';
import { compare, type Likeness, weightOf } from './compare.ts';
import type { Match, Place } from './matches.ts';
import { type ReadingCaps, readingCaps, readSources, readText } from './read-sources.ts';
import type { PartSources } from './source.ts';

/** The code of one submission for one challenge. */
export interface ComparedPart {
  /** The submission's id. */
  readonly id: string;
  /** The challenge's id. */
  readonly challenge: string;
  /** Absolute. */
  readonly folder: string;
}

export interface SimilarityOptions {
  /** Folders with code that anybody may have used: a challenge's starter, its solution, examples. */
  starters(challenge: string): readonly string[];
  readonly signal?: AbortSignal;
  readonly caps?: Partial<SimilarityCaps>;
}

/** What is read and told at most. */
export interface SimilarityCaps extends ReadingCaps {
  readonly pairs: number;
  /** Of one pair. */
  readonly passages: number;
  /** Of one excerpt. */
  readonly lines: number;
  /** Characters of one line. */
  readonly width: number;
}

const similarityCaps: SimilarityCaps = { ...readingCaps, pairs: 100, passages: 6, lines: 40, width: 160 };

/**
 * Finds the pairs of submissions with code for the same challenge that is alike, the likest of all challenges first; what it does not find is no proof
 * of anything, either. Works of the same id are never compared with each other. Files that cannot be read are left out.
 * Throws the signal's reason when it is aborted.
 */
export async function similarPairs(
  parts: readonly ComparedPart[],
  { starters, signal, caps: asked = {} }: SimilarityOptions,
): Promise<readonly SimilarPair[]> {
  const caps = { ...similarityCaps, ...asked };
  const alike: {
    readonly challenge: string;
    readonly likeness: Likeness;
    readonly folders: ReadonlyMap<string, string>;
  }[] = [];
  for (const challenge of [...new Set(parts.map(part => part.challenge))].sort()) {
    const own = parts.filter(part => part.challenge === challenge);
    const folders = new Map(own.map(part => [part.id, part.folder]));
    const read: PartSources[] = [];
    for (const [id, folder] of folders) read.push({ id, sources: await readSources(folder, { caps, signal }) });
    const known = [];
    for (const folder of starters(challenge)) known.push(...(await readSources(folder, { caps, signal })));
    const found = compare(read, known, { pairs: caps.pairs, signal });
    alike.push(...found.map(likeness => ({ challenge, likeness, folders })));
  }
  // The sort is stable: where two say as much, the challenges stay in their order.
  alike.sort((one, other) => weightOf(other.likeness) - weightOf(one.likeness));
  const pairs: SimilarPair[] = [];
  for (const { challenge, likeness, folders } of alike.slice(0, caps.pairs)) {
    const { first, second, score, shared, matches } = likeness;
    const passages: Passage[] = [];
    for (const match of matches.slice(0, caps.passages))
      passages.push(await passageOf(match, [folders.get(first) ?? '', folders.get(second) ?? ''], caps));
    pairs.push({ first, second, challenge, score, shared, passages });
  }
  return pairs;
}

async function passageOf(match: Match, folders: readonly [string, string], caps: SimilarityCaps): Promise<Passage> {
  return {
    first: await excerptOf(match.first, folders[0], caps),
    second: await excerptOf(match.second, folders[1], caps),
  };
}

async function excerptOf({ file, from, to }: Place, folder: string, caps: SimilarityCaps): Promise<Excerpt> {
  const text = (await readText(join(folder, file), caps.fileBytes)) ?? '';
  const lines = text.split('\n').slice(from - 1, Math.min(to, from - 1 + caps.lines));
  return { file: clean(file, caps.width), from, to, lines: lines.map(line => clean(line, caps.width)) };
}

/** Fit to show, with tabs as spaces. */
function clean(line: string, width: number): string {
  return fitToShow(line.slice(0, 2 * width).replaceAll('\t', '  '), { max: width });
}
