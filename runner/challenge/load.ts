import type { Challenge } from './definition.ts';

/**
 * The challenge that a word on the command line means: its number (`1`, `01`), its id, or the beginning of the id of
 * only one challenge. `undefined` if it means none, or could mean several.
 */
export function findChallenge<One extends Pick<Challenge, 'id' | 'number'>>(
  challenges: readonly One[],
  word: string,
): One | undefined {
  if (/^\d+$/.test(word)) return challenges.find(challenge => challenge.number === Number(word));
  const exact = challenges.find(challenge => challenge.id === word);
  if (exact !== undefined) return exact;
  const beginning = word.toLowerCase();
  const matches = beginning === '' ? [] : challenges.filter(({ id }) => beginsWith(id, beginning));
  return matches.length === 1 ? matches[0] : undefined;
}

/** With or without the number that the id begins with. */
function beginsWith(id: string, beginning: string): boolean {
  return id.startsWith(beginning) || id.replace(/^\d+-/, '').startsWith(beginning);
}
