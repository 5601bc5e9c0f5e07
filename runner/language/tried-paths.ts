import type { Language } from './language.ts';

/** How many of the paths that were tried are named. */
const named = 12;

/** The paths that were tried, for people: the first ones by their names, how many more there were. */
export function triedPaths(paths: readonly string[], language: Language): string {
  const shown = paths.slice(0, named).map(path => `\`${path}\``);
  const more = paths.length - shown.length;
  const list = shown.join(', ');
  if (more <= 0) return list;
  return language === 'en' ? `${list} and ${more} more` : `${list} e mais ${more}`;
}
