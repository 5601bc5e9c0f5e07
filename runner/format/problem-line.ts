import type { Language } from '../base/language.ts';
import { say } from '../language/say.ts';
import { inLanguage } from '../language/tell.ts';
import type { Problem } from './problem.ts';

/** How many problems of one file are told: whoever mends those sees the rest then. */
const maxTold = 5;

/** A problem in one line: what is wrong and where, and how it could look. Pure. */
export function problemLine({ finding, next }: Problem, language: Language): string {
  const lines = next === undefined ? [finding] : [finding, next];
  return lines.map(one => inLanguage(one, language)).join(' ');
}

/** What is wrong with a file, a line each, the weightiest first; how many more there are stands at the end. Pure. */
export function problemLines(problems: readonly Problem[], language: Language): string {
  const lines = problems.slice(0, maxTold).map(problem => problemLine(problem, language));
  const more = problems.length - maxTold;
  return [...lines, ...(more > 0 ? [inLanguage(say('format.more', { count: more }), language)] : [])].join('\n');
}
