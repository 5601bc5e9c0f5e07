import { join } from 'node:path';
import type { Challenge } from '../challenge/definition.ts';
import type { Engine } from '../engine/engine.ts';
import type { Lab } from './lab.ts';

/** Where, and in which environment, the docker commands of a challenge's solution are run. */
export function solutionPlace(
  lab: Pick<Lab, 'root' | 'env'>,
  { address }: Pick<Engine, 'address'>,
  { id }: Challenge,
): { cwd: string; env: Readonly<Record<string, string | undefined>> } {
  return { cwd: join(lab.root, 'challenges', id, 'solution'), env: { ...lab.env, ...dockerHost(address) } };
}

/** Over TCP and SSH the engine came from DOCKER_HOST or a context, with keys: the docker command finds those itself. */
function dockerHost(address: string): Record<string, string> {
  return address.startsWith('unix://') || address.startsWith('npipe://') ? { DOCKER_HOST: address } : {};
}
