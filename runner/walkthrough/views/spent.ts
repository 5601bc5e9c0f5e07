import type { Language } from '../../language/language.ts';
import { progressMessages } from '../../language/progress.ts';

/** A time in milliseconds, for people: in minutes. */
export function spentText(spentMs: number, language: Language): string {
  return progressMessages[language].time(Math.floor(spentMs / 60_000));
}
