import { basename } from 'node:path';
import type { Message } from '../base/message.ts';
import type { Challenge } from '../challenge/definition.ts';
import { rolesOf } from '../challenge/roles-of.ts';
import { problemsOf } from '../challenge/validate.ts';
import { say } from '../language/say.ts';
import { problemsOfChecks } from './check-kinds.ts';
import { problemsOfPlace } from './check-place.ts';
import { problemsOfFiles } from './files.ts';
import { openChallenge } from './open-challenge.ts';
import { problemsOfToDos } from './to-dos.ts';

/** All that can be told of a challenge without an engine. */
export interface Inspected {
  readonly folder: string;
  /** The folder's name. */
  readonly name: string;
  /** `undefined` if its definition could not be loaded. */
  readonly challenge: Challenge | undefined;
  readonly problems: readonly Message[];
  /** False if what is wrong is such that nothing can be judged. */
  readonly canBeProven: boolean;
}

/** Looks at the challenge in a folder that has a `challenge.ts`. `root` is the lab's checkout. */
export async function inspectChallenge(folder: string, root: string): Promise<Inspected> {
  const { challenge, problems } = await openChallenge(folder);
  const found = { folder, name: basename(folder), challenge };
  if (challenge === undefined) return { ...found, problems, canBeProven: false };
  try {
    const others = await problemsBeside(challenge, folder, root);
    const inChecks = problemsOfChecks(challenge);
    return {
      ...found,
      problems: [...problems, ...problemsOf(challenge), ...inChecks, ...others],
      canBeProven: inChecks.length === 0 && hasItsRoles(challenge),
    };
  } catch (error) {
    // A file is run without its types: what is looked at may be anything.
    if (!(error instanceof TypeError)) throw error;
    return { ...found, problems: [say('author.wrong-shape')], canBeProven: false };
  }
}

async function problemsBeside(challenge: Challenge, folder: string, root: string): Promise<Message[]> {
  const all = [problemsOfFiles(challenge, folder), problemsOfPlace(challenge, folder, root), problemsOfToDos(folder)];
  return (await Promise.all(all)).flat();
}

/** Whether all roles and objectives that it speaks of are there. */
function hasItsRoles({ roles, objectives }: Challenge): boolean {
  const isRole = (id: string) => roles.some(role => role.id === id);
  const isObjective = (id: string) => objectives.some(objective => objective.id === id);
  return (
    roles.every(({ calls, mounts = [] }) => [...calls, ...mounts].every(isRole)) &&
    objectives.every(({ check, needs }) => rolesOf(check).every(isRole) && needs.every(isObjective))
  );
}
