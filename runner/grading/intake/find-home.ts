import { join } from 'node:path/posix';
import type { Challenge } from '../../challenge/definition.ts';
import { isStore } from './clutter.ts';
import { partFiles, type ReadText, textsOf } from './part-files.ts';
import { type Planned, planPart } from './plan/plan-part.ts';
import { readText } from './read-text.ts';
import type { SubmissionTree } from './submission-tree.ts';

export interface Home {
  /** The folder that has the instructions, or the one that was asked for where none has. */
  readonly path: string;
  readonly planned: Planned;
}

/** People put a folder in a folder in a folder, but no more. */
const deepest = 3;
const usual = /^(?:up\.sh|run\.sh|start\.sh|lab\.json)$/i;
const beside = /\.(?:md|txt|pdf|docx?|png|jpe?g|gif|html?)$|^\.|^licen[cs]e$|^lab-report\.json$/i;

/**
 * Where in a challenge's folder the instructions are: in itself; in the one folder that it has; or in the one of its folders that has
 * a script with a usual name. `taken` are folders that are another challenge's.
 */
export async function findHome(
  tree: SubmissionTree,
  path: string,
  challenge: Challenge,
  taken: readonly string[],
  { textBytes }: { readonly textBytes: number },
): Promise<Home> {
  const own = await planAt(tree, path, challenge, textBytes);
  let at = path;
  let planned = own;
  for (let depth = 0; depth < deepest && isOpen(planned); depth += 1) {
    const inside = tree.under(at);
    if (inside.some(entry => entry.path === 'lab.json')) break;
    const folders = inside
      .filter(entry => entry.kind === 'folder' && !entry.path.includes('/') && !entry.path.startsWith('.'))
      .map(entry => entry.path)
      .filter(name => !isStore(name) && !taken.includes(join(at, name)));
    const files = inside.filter(
      entry => entry.kind === 'file' && !entry.path.includes('/') && !beside.test(entry.path),
    );
    const ready = folders.filter(name =>
      inside.some(entry => entry.path.startsWith(`${name}/`) && usual.test(entry.path.slice(name.length + 1))),
    );
    const [next] = folders.length === 1 && files.length === 0 ? folders : ready;
    if (next === undefined || (ready.length > 1 && folders.length > 1)) break;
    at = join(at, next);
    planned = await planAt(tree, at, challenge, textBytes);
  }
  return isOpen(planned) && !hasLabJson(tree, at) ? { path, planned: own } : { path: at, planned };
}

/** Nothing says how, or only a script further down does. */
function isOpen({ plan, isDeep }: Planned): boolean {
  return plan.kind === 'none' || isDeep === true;
}

async function planAt(tree: SubmissionTree, path: string, challenge: Challenge, textBytes: number): Promise<Planned> {
  const files = tree.under(path);
  const texts = new Map<string, ReadText>();
  for (const name of textsOf(files)) texts.set(name, await readText(tree.real(join(path, name)), textBytes));
  return planPart(partFiles(files, texts), challenge);
}

/** Then the folder says itself how it is brought up, or what is wrong with that. */
export function hasLabJson(tree: SubmissionTree, folder: string): boolean {
  return tree.under(folder).some(({ path }) => path === 'lab.json');
}
