import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Lab } from '../../app/lab.ts';
import { problemsOfTypes } from '../../author/check-types.ts';
import { challengeFolders, folderMeant } from '../../author/find-folder.ts';
import { type Inspected, inspectChallenge } from '../../author/inspect-challenge.ts';
import { authorMessages } from '../../author/texts/author.ts';
import { type ExitCode, exitCode, UsageError } from '../../base/errors.ts';
import { inLanguage } from '../../language/tell.ts';
import { type Provable, proveAll } from './proofs.ts';

export interface AuthorCheckOptions {
  /** Names of sabotages: only these are run then. */
  readonly sabotage?: readonly string[];
}

/**
 * `lab author check [N|FOLDER]… [--sabotage NAME]…`: proves challenges: their data, types and files, and on the engine that the
 * starter fails, the solution passes, and each sabotage fails exactly what it says. What is wrong in the files is listed first,
 * and keeps nothing from the engine that can be tried there. Exit code 0 where everything holds, 1 otherwise.
 */
export async function authorCheck(
  lab: Lab,
  words: readonly string[],
  { sabotage = [] }: AuthorCheckOptions = {},
): Promise<ExitCode> {
  const t = authorMessages[lab.language];
  const folders = foldersOf(lab, words);
  const [types, ...inspected] = await Promise.all([
    problemsOfTypes(folders, lab.root, lab.signal),
    ...folders.map(folder => inspectChallenge(folder, lab.root)),
  ]);
  const all = inspected.map(one => ({ ...one, problems: [...(types.get(one.folder) ?? []), ...one.problems] }));
  for (const { name, problems } of all)
    for (const problem of problems) lab.out.write(`${t.problem(name, inLanguage(problem, lab.language))}\n`);
  refuseUnknown(lab, all, sabotage);
  for (const { name } of all.filter(one => provableOf(one).length === 0)) lab.err.write(`${t.notProven(name)}\n`);
  const provable = all.flatMap(provableOf);
  const allHold = provable.length === 0 || (await proveAll(lab, provable, sabotage));
  const count = all.reduce((total, { problems }) => total + problems.length, 0);
  if (count > 0) lab.out.write(`${t.problems(count)}\n`);
  else if (allHold) lab.out.write(`${t.allHolds}\n`);
  return allHold && count === 0 ? exitCode.ok : exitCode.notMet;
}

function foldersOf({ language, root, cwd }: Lab, words: readonly string[]): string[] {
  const own = challengeFolders(root);
  if (words.length === 0) return own.map(({ path }) => path);
  const folders = [...new Set(words.map(word => folderMeant(word, root, cwd)))];
  const empty = folders.find(folder => !existsSync(join(folder, 'challenge.ts')));
  if (empty === undefined) return folders;
  const t = authorMessages[language];
  const numbers = own.map(({ number }) => number).join(', ');
  throw new UsageError(t.noDefinition(empty), { next: [t.nameAnother(numbers), t.beginOne] });
}

const provableOf = ({ challenge, folder, name, canBeProven }: Inspected): Provable[] =>
  challenge !== undefined && canBeProven ? [{ challenge, folder, name }] : [];

function refuseUnknown(lab: Lab, inspected: readonly Inspected[], asked: readonly string[]): void {
  const known = inspected.flatMap(({ challenge }) => challenge?.sabotage.map(({ folder }) => folder) ?? []);
  const unknown = asked.find(name => !known.includes(name));
  // Where a definition could not even be loaded, that is what there is to tell.
  if (unknown === undefined || inspected.some(({ challenge }) => challenge === undefined)) return;
  const t = authorMessages[lab.language];
  throw new UsageError(t.noSabotage(unknown), { why: t.sabotagesAre([...new Set(known)].join(', ')) });
}
