import { access, constants, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Lab } from '../../app/lab.ts';
import { UsageError } from '../../base/errors.ts';
import type { BookFiles } from '../../gradebook/make-book.ts';
import { gradeRunMessages } from '../../grading/texts/run.ts';

/** What the command line says of the instructor's files. */
export interface NamedFiles {
  readonly rubric?: string;
  readonly roster?: string;
  readonly overrides?: string;
}

/**
 * The instructor's files: those that were named, and otherwise those that lie with the grades or, but for what is set by hand,
 * with the class. Throws UsageError when one that was named is not there.
 */
export async function findBookFiles(
  lab: Pick<Lab, 'cwd' | 'language'>,
  named: NamedFiles,
  places: { readonly output: string; readonly class: string },
): Promise<BookFiles> {
  const either = (name: string) => [join(places.output, name), join(places.class, name)];
  return {
    rubric: await find(lab, '--rubric', named.rubric, either('rubric.json')),
    roster: await find(lab, '--roster', named.roster, either('roster.csv')),
    overrides: await find(lab, '--overrides', named.overrides, [join(places.output, 'overrides.json')]),
  };
}

/** The absolute path of a file that was named. Throws UsageError when it cannot be read. */
export async function namedFile({ cwd, language }: Pick<Lab, 'cwd' | 'language'>, option: string, file: string) {
  const path = resolve(cwd, file);
  if (await isReadable(path)) return path;
  throw new UsageError(gradeRunMessages[language].noSuchFile(option, path));
}

async function find(
  lab: Pick<Lab, 'cwd' | 'language'>,
  option: string,
  named: string | undefined,
  places: readonly string[],
): Promise<string | undefined> {
  if (named !== undefined) return namedFile(lab, option, named);
  for (const place of places) if (await isReadable(place)) return place;
  return undefined;
}

async function isReadable(file: string): Promise<boolean> {
  try {
    await access(file, constants.R_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}
