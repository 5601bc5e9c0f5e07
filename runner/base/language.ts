export const languages = ['en', 'pt-BR'] as const;
export type Language = (typeof languages)[number];

/** A text that exists in every language of the lab. */
export type Localised = Readonly<Record<Language, string>>;

/** One area's messages: every language has the keys and parameters of the English ones. */
export type Translations<Messages> = Readonly<Record<Language, Messages>>;

/**
 * The language that a value such as `pt_BR.UTF-8`, `pt`, `PT-br` or `en_GB` asks for, or undefined where the lab does
 * not speak it. Any Portuguese gets Brazilian Portuguese.
 */
export function parseLanguage(value: string): Language | undefined {
  const primary = value
    .trim()
    .toLowerCase()
    .split(/[-_.@]/)[0];
  if (primary === 'pt') return 'pt-BR';
  if (primary === 'en') return 'en';
  return undefined;
}

/** The language of a POSIX locale environment (LC_ALL, LC_MESSAGES, LANG in that order; see locale(7)), or English. */
export function languageOfEnvironment(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return parseLanguage(locale) ?? 'en';
}
