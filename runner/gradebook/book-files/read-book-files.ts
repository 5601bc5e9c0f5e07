import { readFile, stat } from 'node:fs/promises';
import { messageOf, UsageError } from '../../base/errors.ts';
import type { Language } from '../../base/language.ts';
import type { Challenge } from '../../challenge/definition.ts';
import type { BookFile } from '../book-file.ts';
import { gradebookOf } from '../gradebook-of.ts';
import type { BookFiles, MakeBook } from '../make-book.ts';
import { gradeBookMessages } from '../texts/book.ts';
import { parseOverrides } from './parse-overrides.ts';
import { parseRoster } from './parse-roster.ts';
import { parseRubric } from './parse-rubric.ts';
import { parseWorksheet } from './parse-worksheet.ts';
import type { Overrides, Roster, Rubric } from './rubric.ts';
import type { Worksheet } from './worksheet.ts';

/** No class is so large; what is, is some other file. */
const maxMegabytes = 10;

/**
 * Reads the instructor's files, and throws UsageError where one is wrong: before anything is run. `challenges`: all that
 * there are, not only those that are graded this time, because the files speak of all.
 */
export async function readBookFiles(
  files: BookFiles,
  language: Language,
  challenges: readonly Challenge[],
): Promise<MakeBook> {
  const rubric = files.rubric === undefined ? undefined : await readRubric(files.rubric, challenges, language);
  const roster = files.roster === undefined ? undefined : await readRoster(files.roster, language, rubric?.timezone);
  const overrides =
    files.overrides === undefined ? undefined : await readOverrides(files.overrides, challenges, language);
  const makeBook: MakeBook = (results, graded, options) =>
    gradebookOf(results, { ...options, challenges: graded, rubric, roster, overrides });
  return Object.assign(makeBook, { translatesCompose: rubric?.translatesCompose === true });
}

/** Reads `rubric.json`. Throws UsageError. */
async function readRubric(file: string, challenges: readonly Challenge[], language: Language): Promise<Rubric> {
  return parseRubric(await readText({ file, language }), challenges, { file, language });
}

/** Reads `roster.csv`. Throws UsageError. */
async function readRoster(file: string, language: Language, zone = ''): Promise<Roster> {
  return parseRoster(await readText({ file, language }), { file, language }, zone === '' ? undefined : zone);
}

/** Reads `overrides.json`. Throws UsageError. */
async function readOverrides(file: string, challenges: readonly Challenge[], language: Language): Promise<Overrides> {
  return parseOverrides(await readText({ file, language }), challenges, { file, language });
}

/** Reads Moodle's worksheet. Throws UsageError. */
export async function readWorksheet(file: string, language: Language): Promise<Worksheet> {
  return parseWorksheet(await readText({ file, language }), { file, language });
}

async function readText({ file, language }: BookFile): Promise<string> {
  const t = gradeBookMessages[language];
  try {
    const facts = await stat(file);
    if (facts.isDirectory()) throw new UsageError(t.unreadableFile(file), { why: t.isFolder, next: [t.checkPath] });
    if (facts.size > maxMegabytes * 1_000_000)
      throw new UsageError(t.unreadableFile(file), { why: t.tooLarge(maxMegabytes), next: [t.checkPath] });
    return decode(await readFile(file));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new UsageError(t.missingFile(file), { next: [t.checkPath] });
    throw new UsageError(t.unreadableFile(file), { why: messageOf(error), next: [t.checkPath] });
  }
}

/** Spreadsheets also save as UTF-16 ("Unicode text") and, in the West, as Windows-1252 (plain "CSV"). */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
