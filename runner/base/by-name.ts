import type { Language } from './language.ts';

/**
 * Compares things by a name of theirs as people of a language sort: `ana 2` before `ana 10`, `Águeda` beside `Agata`. Names that people
 * take for the same keep one order all the same, so that what is sorted never changes by itself.
 */
export function byName<Thing>(
  language: Language,
  nameOf: (thing: Thing) => string,
): (one: Thing, other: Thing) => number {
  const collator = new Intl.Collator(language, { numeric: true });
  return (one, other) => {
    const [first, second] = [nameOf(one), nameOf(other)];
    return collator.compare(first, second) || (first < second ? -1 : first > second ? 1 : 0);
  };
}
