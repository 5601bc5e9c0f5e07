import type { Language } from '../../language/language.ts';

/** A size in bytes as docker shows it: decimal megabytes, three digits at most. */
export function sizeText(bytes: number, language: Language): string {
  const isGiga = bytes >= 999_500_000;
  const amount = new Intl.NumberFormat(language, { maximumSignificantDigits: 3 }).format(bytes / (isGiga ? 1e9 : 1e6));
  return `${amount} ${isGiga ? 'GB' : 'MB'}`;
}
