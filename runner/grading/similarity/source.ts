import { fingerprints } from './fingerprints.ts';
import { grammarOf } from './grammar.ts';
import type { Tokens } from './token-list.ts';
import { tokenise } from './tokenise.ts';

/** A file of a part, made ready to be compared. Its text is not kept. */
export interface Source extends Tokens {
  /** Below the part's folder. */
  readonly file: string;
  /** What a token of it counts for. */
  readonly weight: number;
  readonly fingerprints: Float64Array;
}

/** All of one part that is compared. */
export interface PartSources {
  /** The submission's id. */
  readonly id: string;
  readonly sources: readonly Source[];
}

/** Undefined for a file in which there is no code, or too little of it. */
export function sourceOf(file: string, text: string): Source | undefined {
  const grammar = grammarOf(file);
  if (grammar === undefined) return undefined;
  const tokens = tokenise(text, grammar);
  const found = fingerprints(tokens);
  return found.length === 0 ? undefined : { ...tokens, file, weight: grammar.weight, fingerprints: found };
}
