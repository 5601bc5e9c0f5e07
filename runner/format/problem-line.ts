import type { Language } from '../base/language.ts';
import { inLanguage } from '../language/tell.ts';
import type { Problem } from './problem.ts';

/** A problem in one line: what is wrong and where, and how it could look. Pure. */
export function problemLine({ finding, next }: Problem, language: Language): string {
  const lines = next === undefined ? [finding] : [finding, next];
  return lines.map(one => inLanguage(one, language)).join(' ');
}
