import { lstat, readlink, rm, stat, symlink } from 'node:fs/promises';

/** Where the Docker CLI looks when nothing tells it otherwise. */
export const usualSocket = '/var/run/docker.sock';

/**
 * Puts a link to our socket where the Docker CLI looks, so that plain `docker ps` works in any terminal. `in-the-way` where
 * something else than a link to ours or to nothing is there: that is somebody else's and stays.
 */
export async function linkUsualSocket(socket: string, usual = usualSocket): Promise<'made' | 'there' | 'in-the-way'> {
  const target = await linkTarget(usual);
  if (target === socket) return 'there';
  if (target === 'not-a-link' || (target !== undefined && (await exists(usual)))) return 'in-the-way';
  if (target !== undefined) await rm(usual, { force: true });
  await symlink(socket, usual);
  return 'made';
}

/** Takes the link away again, if it is ours. */
export async function unlinkUsualSocket(socket: string, usual = usualSocket): Promise<boolean> {
  if ((await linkTarget(usual)) !== socket) return false;
  await rm(usual, { force: true });
  return true;
}

async function linkTarget(path: string): Promise<string | 'not-a-link' | undefined> {
  const found = await lstat(path).catch(() => undefined);
  if (found === undefined) return undefined;
  return found.isSymbolicLink() ? await readlink(path) : 'not-a-link';
}

/** Follows links: false for a dangling one. */
async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
