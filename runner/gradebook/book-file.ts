import { UsageError } from '../base/errors.ts';
import type { Language } from '../base/language.ts';
import type { Problem } from '../format/problem.ts';
import { problemLines } from '../format/problem-line.ts';
import { inLanguage } from '../language/tell.ts';
import { gradeBookMessages } from './texts/book.ts';

/** A file of the instructor's, and the language in which it is told what is wrong with it. */
export interface BookFile {
  /** As the instructor named it. */
  readonly file: string;
  readonly language: Language;
}

/** Says what is wrong with a file, where, and how it could look. */
export function bookError(problems: readonly [Problem, ...Problem[]], { file, language }: BookFile): UsageError {
  const t = gradeBookMessages[language];
  const [{ finding, next }, ...others] = problems;
  if (others.length > 0) return new UsageError(t.notAsExpected(file), { why: problemLines(problems, language) });
  return new UsageError(t.notAsExpected(file), {
    why: inLanguage(finding, language),
    next: next === undefined ? [] : [inLanguage(next, language)],
  });
}
