import { access, constants, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { messageOf } from '../base/errors.ts';
import type { Challenge } from '../challenge/definition.ts';
import { claimOf, isAbout } from '../challenge/lab-json-content.ts';
import { copyStarter } from './copy-starter.ts';
import type { Lab } from './lab.ts';
import { workspaceFolderMessages } from './texts/workspace-folder.ts';

type Surroundings = Pick<Lab, 'language' | 'root' | 'cwd'>;

/** Where a learner works on a challenge; whether there is anything there is another question. */
export async function workspaceFolder(cwd: string, challenge: Challenge): Promise<string> {
  const isHere = basename(cwd) === challenge.id || (await namesIt(cwd, challenge));
  return isHere ? cwd : join(cwd, challenge.id);
}

/** A folder to work in. `trouble` says, for people, why it is not the challenge's own. */
export interface Workplace {
  readonly folder: string;
  /** True if it was made just now, with the files to start from. */
  readonly isNew: boolean;
  readonly trouble: string | undefined;
}

/**
 * The folder of a challenge, made with the files to start from where it is not there yet. Never fails, and changes nothing
 * that is there: where something is in the way, it is the current folder, with the reason.
 */
export async function enterWorkspace(lab: Surroundings, challenge: Challenge): Promise<Workplace> {
  const t = workspaceFolderMessages[lab.language];
  const folder = await workspaceFolder(lab.cwd, challenge);
  const instead = (why: string) => ({ folder: lab.cwd, isNew: false, trouble: t.inTheWay(folder, why) });
  try {
    if (!(await stat(folder)).isDirectory()) return instead(t.notAFolder);
    await access(folder, constants.R_OK | constants.X_OK);
    return { folder, isNew: false, trouble: undefined };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return instead(messageOf(error));
  }
  try {
    await copyStarter(lab, challenge, folder);
    return { folder, isNew: true, trouble: undefined };
  } catch (error) {
    return instead(messageOf(error));
  }
}

/** Its `lab.json` names the challenge. */
async function namesIt(folder: string, challenge: Challenge): Promise<boolean> {
  const text = await readFile(join(folder, 'lab.json'), 'utf8').catch(() => '');
  const claim = claimOf(text);
  return claim !== undefined && isAbout(claim, challenge);
}
