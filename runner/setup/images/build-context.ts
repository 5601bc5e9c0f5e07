import type { Readable } from 'node:stream';
import { TarWriter } from '../../base/tar-writer.ts';
import type { ContextFile } from './inputs.ts';

/** A build context as a tar archive: the files, and `rootfs.tar` from a file of this machine where there is one. */
export function buildContext(files: readonly ContextFile[], rootfs?: string): Readable {
  const tar = new TarWriter();
  const fill = async () => {
    for (const { name, content } of files)
      await tar.text(name, content, { mode: name.endsWith('.sh') ? 0o755 : 0o644 });
    if (rootfs !== undefined) await tar.file('rootfs.tar', rootfs);
    tar.end();
  };
  fill().catch(error => tar.stream.destroy(error));
  return tar.stream;
}
