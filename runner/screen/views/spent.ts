import type { Language } from '../../base/language.ts';
import { progressMessages } from '../../progress/texts/progress.ts';

/** A time in milliseconds, for people: in minutes. */
export function spentText(spentMs: number, language: Language): string {
  return progressMessages[language].time(Math.floor(spentMs / 60_000));
}
