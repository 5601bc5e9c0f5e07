import type { Problem } from '../format/problem.ts';
import type { Progress } from './progress.ts';

/** Where progress is kept. Nothing here throws: what goes wrong is told, and the lab goes on. */
export interface ProgressStore {
  /** The file that it is kept in, or would be. */
  readonly file: string;
  /** What is saved now. */
  read(): Promise<Kept>;
  /**
   * Changes what is saved, at once and undisturbed by other `lab` processes. With `backup`, what was saved before is kept
   * beside it under a name with that word.
   */
  update(change: (saved: Progress) => Progress, options?: { readonly backup?: 'reset' | 'import' }): Promise<Kept>;
}

/** What is kept now; where it could not be saved, what would be. */
export interface Kept {
  readonly progress: Progress;
  readonly troubles: readonly Trouble[];
  /** The file with what was saved before, where one was asked for and there was something. */
  readonly backup: string | undefined;
}

/**
 * `set-aside`: the file was no progress that this lab can read, and is now kept under another name. `not-saved`: nothing
 * was written.
 */
export type Trouble =
  | {
      readonly kind: 'set-aside';
      readonly why: 'damaged' | 'newer';
      readonly file: string;
      readonly problems: readonly Problem[];
    }
  | { readonly kind: 'not-saved'; readonly file: string; readonly reason: Reason };

/** `system`: what the operating system says. */
export type Reason = { readonly kind: 'busy' } | { readonly kind: 'system'; readonly message: string };
