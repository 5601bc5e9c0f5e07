import type { Role } from '../challenge/definition.ts';
import { oncePer } from '../engine/memo.ts';
import { wordsOf } from '../engine/names.ts';

const articles = new Set(['the', 'o', 'a', 'os', 'as', 'an']);

/** The words that can mean nothing but this role: its suggested name and its title in each language. */
export const ownWords = oncePer((role: Role): ReadonlySet<string> => {
  const words = [role.suggested, ...Object.values(role.title)].flatMap(wordsOf);
  return new Set(words.filter(word => !articles.has(word)));
});
