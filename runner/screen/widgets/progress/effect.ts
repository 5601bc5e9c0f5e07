import type { Progress } from '../../../progress/progress.ts';

/** What the screen asks of whoever keeps the progress: to save what was learned, or to be told the time at once. */
export type ProgressEffect = { readonly to: 'progress' } & (
  | { readonly kind: 'save'; readonly learned: Progress }
  | { readonly kind: 'tell-time' }
);
