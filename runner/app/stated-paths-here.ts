import type { Challenge } from '../challenge/definition.ts';
import { readStatedPaths } from '../probes/paths/read-stated-paths.ts';
import type { Lab } from './lab.ts';
import { workspaceFolder } from './workspace-folder.ts';

/** The paths that the learner's files name: in the challenge's own folder, where there is one, else in the current one. */
export async function readStatedPathsHere({ cwd, signal }: Lab, challenge: Challenge): Promise<string[]> {
  const own = await workspaceFolder(cwd, challenge);
  const paths = await readStatedPaths(own, signal);
  return paths.length > 0 || own === cwd ? paths : readStatedPaths(cwd, signal);
}
