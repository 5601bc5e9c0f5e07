import type { Language } from '../../../base/language.ts';
import type { Challenge } from '../../../challenge/definition.ts';

/** What a tour asks the world for. */
export type TourEffect = { readonly to: 'tour'; readonly challenge: Challenge } & (
  | { readonly kind: 'look' | 'remove' }
  /** Runs a step; `run` is the number of this run of it. */
  | {
      readonly kind: 'run';
      readonly step: number;
      readonly run: number;
      readonly command: string;
      readonly language: Language;
    }
  /** Ends the run of that number. */
  | { readonly kind: 'stop'; readonly run: number }
);
