/** What is remembered of the learner, by the challenge's id. */
export interface ProgressState {
  readonly challenges: Readonly<Record<string, ChallengeProgress>>;
}

/** Points, times in milliseconds. */
export interface ChallengeProgress {
  readonly earned: number;
  readonly bonus: number;
  /** Milliseconds since 1970; undefined while something required was never met. */
  readonly completedAt: number | undefined;
  readonly spentMs: number;
  readonly solutionSeen: boolean;
}

/** What the file of progress tells. */
export type ProgressEvent =
  | { readonly kind: 'loaded'; readonly progress: ProgressState }
  | { readonly kind: 'trouble'; readonly message: string };

export const noProgress: ProgressState = { challenges: {} };
