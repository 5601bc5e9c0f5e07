/**
 * Two submissions with code for the same challenge that is alike. It is a place to look, and says nothing of who wrote
 * what, or why: alike code has many innocent reasons.
 */
export interface SimilarPair {
  /** The submissions' ids; `first` sorts before `second`. */
  readonly first: string;
  readonly second: string;
  /** The challenge's id. */
  readonly challenge: string;
  /** From 0 to 1: how much of the smaller one's own code is in the other, too. */
  readonly score: number;
  /** How many tokens (words and signs of the code) they have in common, of their own code. */
  readonly shared: number;
  /** The longest first. They may be fewer than all that there are. */
  readonly passages: readonly Passage[];
}

/** A stretch of code that is in both, whatever it is called there. */
export interface Passage {
  readonly first: Excerpt;
  readonly second: Excerpt;
}

/** Lines of a student's file, as they stand there but for control characters. They are the student's: escape them. */
export interface Excerpt {
  /** Below the part's folder, with `/`. */
  readonly file: string;
  /** Line numbers, from 1, both included. */
  readonly from: number;
  readonly to: number;
  /** The first lines of it; where the stretch is long, not all of them. Long lines are cut. */
  readonly lines: readonly string[];
}
