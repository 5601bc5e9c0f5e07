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
    await addFolder(tar, folder, '');
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

async function addFolder(tar: TarWriter, root: string, below: string): Promise<void> {
  // In one order, whatever the file system's.
  const names = (await readdir(join(root, below))).sort();
  for (const name of names) {
    const path = below === '' ? name : `${below}/${name}`;
    const found = await lstat(join(root, path)).catch(() => undefined);
    if (found?.isDirectory()) {
      await tar.folder(path);
      await addFolder(tar, root, path);
    } else if (found?.isFile()) {
      await tar.file(path, join(root, path), { mode: found.mode & 0o111 ? 0o755 : 0o644 });
    } else if (found?.isSymbolicLink()) {
      await tar.link(path, await readlink(join(root, path)));
    }
  }
}
