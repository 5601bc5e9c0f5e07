import { createWriteStream } from 'node:fs';
import { lstat, readdir, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { TarWriter } from '../../base/tar-writer.ts';

/**
 * Writes a folder as a tar archive to `file`: its folders, files and symbolic links, of which nothing is followed. Modes are
 * such that whoever unpacks it can read and change all of it; of the original's only the right to run a file stays.
 */
export async function packPart(folder: string, file: string): Promise<void> {
  const tar = new TarWriter();
  const writing = pipeline(tar.stream, createWriteStream(file, { mode: 0o600 }));
  const fill = async () => {
    for (const name of (await readdir(folder)).sort()) await addToTar(tar, folder, name);
    tar.end();
  };
  await Promise.all([
    writing,
    fill().catch(error => {
      tar.stream.destroy(error);
      throw error;
    }),
  ]);
}

/**
 * Adds what is at `path` below `root` to an archive, under that name there: a folder with all that is in it, a file, a symbolic link,
 * which is not followed. Anything else is left out.
 */
export async function addToTar(tar: TarWriter, root: string, path: string, as = path, owner = 0): Promise<void> {
  const found = await lstat(join(root, path)).catch(() => undefined);
  if (found?.isDirectory()) {
    await tar.folder(as, { owner });
    // In one order, whatever the file system's.
    for (const name of (await readdir(join(root, path))).sort())
      await addToTar(tar, root, below(path, name), below(as, name), owner);
  } else if (found?.isFile()) {
    await tar.file(as, join(root, path), { owner, mode: found.mode & 0o111 ? 0o755 : 0o644 });
  } else if (found?.isSymbolicLink()) {
    await tar.link(as, await readlink(join(root, path)));
  }
}

const below = (path: string, name: string) => (path === '' ? name : `${path}/${name}`);
