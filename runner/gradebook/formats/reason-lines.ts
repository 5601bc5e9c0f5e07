import type { StudentGrade } from '../gradebook.ts';
import { plainLine } from './plain-text.ts';

/** How much of one reason is told where there is little room: the feedback has all of it. */
const maxCharacters = 300;

/**
 * Why a challenge has the points that it has: what became of it where it did not simply run, and of each objective that was not met what was
 * seen, a line each. What only waits for another objective has no reason of its own. Pure.
 */
export function reasonLines({ result }: StudentGrade, challenge: string): string[] {
  const part = result.works.find(one => one.challenge === challenge);
  if (part === undefined) return [];
  const seen = part.objectives.filter(({ verdict, bonus }) => verdict === 'unknown' || (verdict === 'fail' && !bonus));
  const isWhole = part.reason !== '' && seen.every(({ observed }) => observed === '' || observed === part.reason);
  return [
    ...(part.reason === '' ? [] : [short(part.reason)]),
    ...(isWhole || part.outcome === 'not-submitted' || part.outcome === 'no-instructions' || part.outcome === 'unknown'
      ? []
      : seen.map(({ title, observed }) => short(`${title}: ${observed}`))),
  ];
}

function short(text: string): string {
  const line = plainLine(text);
  return line.length > maxCharacters ? `${line.slice(0, maxCharacters - 1).toWellFormed()}…` : line;
}
