import type { Challenge } from '../../../../challenge/definition.ts';
import { challengeNamed, speaksOfAChallenge } from '../../names/challenge-name.ts';
import { headingAt, summaryLevel } from './readme-heading.ts';

const fence = /^\s*(`{3,}|~{3,})/;
/** People who do not know headings write them so. */
const bold = /^\s*(?:(?:[-*+]|\d+[.)])\s+)?(\*\*|__)(.+?)\1\s*:?\s*$/;
/** Or as a line with nothing else in it, at the most with a title behind: `DESAFIO 2 - SQLite`, `Desafio 2:`. */
const plainLine = /^\s*[\p{L}]+[ .#nNº°-]*\d{1,2}\s*(?:$|[:.)–—-]\s*[^.`]{0,80}$)/u;
const boldLevel = 20;

interface Heading {
  readonly line: number;
  readonly level: number;
  /** The id of the challenge that it names; empty where it names one that is not graded. */
  readonly challenge: string | undefined;
}

/**
 * What a README says about one of several challenges: all that stands under headings which name it (`## Desafio 2`), as far as the
 * next heading that names another one, or is not below it. Empty where there is none. Pure.
 */
export function sectionOn(challenge: Challenge, markdown: string, challenges: readonly Challenge[]): string {
  const lines = markdown.split(/\r\n|\r|\n/);
  const headings = headingsOf(lines, challenges);
  const parts = headings.flatMap((it, index) => {
    if (it.challenge !== challenge.id) return [];
    // A line that only looks like a heading is below the real one before it.
    const real = it.level < boldLevel ? it : headings.slice(0, index).findLast(({ level }) => level < boldLevel);
    const level = real?.level ?? 0;
    const next = headings
      .slice(index + 1)
      .find(other => other.challenge !== undefined || (other.level <= level && other.level < boldLevel));
    return [lines.slice(it.line, next?.line)];
  });
  return parts.flat().join('\n');
}

function headingsOf(lines: readonly string[], challenges: readonly Challenge[]): Heading[] {
  const found: Heading[] = [];
  let fenced: string | undefined;
  for (const [line, text] of lines.entries()) {
    const mark = fence.exec(text)?.[1];
    if (fenced !== undefined) {
      if (mark?.startsWith(fenced)) fenced = undefined;
    } else if (mark !== undefined) fenced = mark;
    else {
      const heading = headingAt(lines, line);
      const strong = bold.exec(text)?.[2] ?? plainLine.exec(text.slice(0, 200))?.[0];
      const said = heading?.text ?? strong;
      if (said === undefined) continue;
      const plain = said.replace(/[*_`]/g, '');
      const named = challengeNamed(plain, challenges);
      const other = speaksOfAChallenge(plain) ? '' : undefined;
      const level = heading === undefined || heading.level === summaryLevel ? boldLevel : heading.level;
      found.push({ line, level, challenge: named?.certain ? named.challenge.id : other });
    }
  }
  return found;
}
