import { posix } from 'node:path';

/** Where a submission's files lie in the shell beside the engine. */
const workFolder = '/work';

/**
 * The path below the submission's folder that a source of a mount means, `''` for the folder itself; `undefined` if it is any other
 * path. It says nothing about what is there. Pure.
 */
export function ownPath(source: string): string | undefined {
  if (/\p{Cc}/u.test(source)) return undefined;
  const path = posix.normalize(source).replace(/\/$/, '');
  if (path === workFolder) return '';
  return path.startsWith(`${workFolder}/`) ? path.slice(workFolder.length + 1) : undefined;
}

/** Such a path as a source again, in one spelling. */
export const ownSource = (path: string): string => posix.join(workFolder, path);
