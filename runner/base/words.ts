import type { Language } from './language.ts';

/** Lists as each language writes them; British English has no comma before its `and`. */
const locales: Readonly<Record<Language, string>> = { en: 'en-GB', 'pt-BR': 'pt-BR' };

/** Words one after the other, the last after `and` or `e`. */
export function listIn(language: Language): (words: readonly string[]) => string {
  const format = new Intl.ListFormat(locales[language], { type: 'conjunction' });
  return words => format.format(words);
}

/** The same of names, each as code. */
export function codesIn(language: Language): (names: readonly string[]) => string {
  const list = listIn(language);
  return names => list(names.map(code));
}

/** A name, a path or a command within a sentence. */
export const code = (text: string) => `\`${text}\``;

/** Names, each as code, with nothing between them but commas. */
export const codeList = (names: readonly string[]) => names.map(code).join(', ');

/** A duration in milliseconds for people, in seconds: a second at least. */
export const seconds = (ms: number) => `${Math.max(1, Math.round(ms / 1_000))} s`;

/** A text that begins with what may be a role's title, as a sentence begins. */
export const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
