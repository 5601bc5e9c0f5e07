import type { setupMessages } from '../texts/setup.ts';

/** How long work tells how far it is, in which words, and how it is called off. */
export interface Progress {
  readonly t: (typeof setupMessages)['en'];
  /** Tells one line of progress. */
  say(line: string): void;
  readonly signal?: AbortSignal | undefined;
}
