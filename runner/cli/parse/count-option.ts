import { Option } from 'commander';
import { UsageError } from '../../base/errors.ts';
import type { Language } from '../../base/language.ts';
import { parseGradeMessages } from '../texts/parse-grade.ts';

/** An option whose value is a whole number from 1 to `most`. */
export function countOption(language: Language, flags: string, description: string, most: number): Option {
  return new Option(flags, description).argParser(value => {
    if (/^\d{1,9}$/.test(value) && Number(value) >= 1 && Number(value) <= most) return Number(value);
    throw new UsageError(parseGradeMessages[language].notACount(flags, value, most));
  });
}
