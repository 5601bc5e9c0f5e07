/** An image that the engine was asked to get or to make, and how that went: in the engine's own words, not in a program's. */
export interface ImageRequest {
  readonly kind: 'pull' | 'build';
  /** What is pulled; or the names that what is built is to have. */
  readonly names: readonly string[];
  /** `open`: there was no end of it. */
  readonly ending: 'open' | 'done' | 'failed';
  /** What the engine said of the failure; empty where it has not failed, or nothing was said. */
  readonly error: string;
  /** Of a build: the instruction that was begun last; empty where none was. */
  readonly instruction: string;
  /** The last lines that were written during that instruction, each cut where it is long. */
  readonly output: readonly string[];
}
