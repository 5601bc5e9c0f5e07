import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Lab } from '../../app/lab.ts';
import { proofFile } from '../../author/check-place.ts';
import { challengeFolders } from '../../author/find-folder.ts';
import { type Blueprint, idOf, serverOf } from '../../author/skeleton/blueprint.ts';
import { catalogueLines } from '../../author/skeleton/skeleton.ts';
import { writeSkeleton } from '../../author/skeleton/write-skeleton.ts';
import { authorMessages } from '../../author/texts/author.ts';
import { CouldNotTell, type ExitCode, exitCode, messageOf, UsageError } from '../../base/errors.ts';

export interface AuthorNewOptions {
  /** Names of roles, by commas. */
  readonly roles: string;
}

const example = 'lab author new 6 readers-and-writers --roles server,reader,writer';
const [leastRoles, maxRoles] = [2, 5];

/**
 * `lab author new NUMBER NAME --roles a,b,c`: begins a challenge in the lab's own checkout, as a small system that works. Never
 * writes over anything. Throws a UsageError when a word is not fit, or the number or the name is taken.
 */
export async function authorNew(
  lab: Lab,
  number: string,
  name: string,
  { roles }: AuthorNewOptions,
): Promise<ExitCode> {
  const t = authorMessages[lab.language];
  const blueprint = blueprintOf(lab, number, name, roles);
  refuseTaken(lab, blueprint);
  const folder = join(lab.root, 'challenges', idOf(blueprint));
  const isListed = await writeSkeleton(blueprint, lab.root).catch((error: unknown) => {
    throw new CouldNotTell(t.cannotWrite(folder), { why: messageOf(error), cause: error });
  });
  lab.out.write(`${t.isWritten(relative(lab.cwd, folder) || '.')}\n${t.whatFirst(serverOf(blueprint))}\n\n`);
  if (!isListed) lab.out.write(`${t.addToCatalogue(catalogueLines(blueprint).join('\n'))}\n\n`);
  lab.out.write(`${t.nextSteps(blueprint.number)}\n`);
  return exitCode.ok;
}

/** What the words on the command line mean. */
function blueprintOf({ language, challenges }: Lab, number: string, name: string, listed: string): Blueprint {
  const t = authorMessages[language];
  const next = [t.rolesExample(example)];
  if (!/^0*[1-9]\d?$/.test(number)) throw new UsageError(t.badNumber(number), { why: t.numbersAre, next });
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name) || name.length > 40)
    throw new UsageError(t.badName(name), { why: t.namesAre, next });
  const roles = listed.split(',').map(role => role.trim());
  // Container names need two characters or more.
  const bad = roles.find(role => !/^[a-z][a-z0-9]+(?:-[a-z0-9]+)*$/.test(role) || role.length > 30);
  if (bad !== undefined) throw new UsageError(t.badRole(bad), { why: t.rolesAre, next });
  const twice = roles.find((role, index) => roles.indexOf(role) !== index);
  if (twice !== undefined) throw new UsageError(t.roleTwice(twice), { next });
  if (roles.length < leastRoles || roles.length > maxRoles)
    throw new UsageError(t.rolesCount(roles.length, leastRoles, maxRoles), { next });
  const taken = new Set(challenges.flatMap(challenge => challenge.roles.map(({ suggested }) => suggested)));
  return { number: Number(number), name, roles, taken };
}

function refuseTaken({ language, root }: Lab, blueprint: Blueprint): void {
  const t = authorMessages[language];
  const folders = challengeFolders(root);
  const numbers = folders.map(({ number }) => number);
  const free = Array.from({ length: numbers.length + 1 }, (_, index) => index + 1).find(it => !numbers.includes(it));
  const next = [t.nextFree(free ?? numbers.length + 1)];
  const sameNumber = folders.find(({ number }) => number === blueprint.number);
  if (sameNumber !== undefined) throw new UsageError(t.numberTaken(blueprint.number, sameNumber.id), { next });
  const sameName = folders.find(({ id }) => id.replace(/^\d+-/, '') === blueprint.name);
  if (sameName !== undefined) throw new UsageError(t.nameTaken(blueprint.name, sameName.id));
  const proof = proofFile(root, idOf(blueprint));
  if (existsSync(proof)) throw new UsageError(t.fileTaken(relative(root, proof)), { next: [t.removeIt] });
}
