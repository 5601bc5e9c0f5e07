import type { Language } from '../base/language.ts';
import type { Trouble } from './state.ts';
import { walkthroughMessages } from './texts/screen.ts';

/** What is wrong with the watch, in a few words, and what becomes of it. */
export interface TroubleWords {
  readonly title: string;
  readonly after: string;
}

/** The words for what keeps the open challenge from being checked. */
export function troubleWords({ kind }: Trouble, language: Language): TroubleWords {
  const t = walkthroughMessages[language];
  switch (kind) {
    case 'engine':
      return { title: t.engineLost, after: t.engineLostText };
    case 'look':
      return { title: t.lookFailed, after: t.lookFailedText };
    case 'stopped':
      return { title: t.watchStopped, after: t.watchStoppedNext };
  }
}

/** True if the watch goes on, and tries again by itself. */
export function isRetried(trouble: Trouble | undefined): boolean {
  return trouble !== undefined && trouble.kind !== 'stopped';
}
