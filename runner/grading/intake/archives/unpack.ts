import { mkdir, stat } from 'node:fs/promises';
import type { Message } from '../../../base/message.ts';
import { say } from '../../../language/say.ts';
import { ArchiveRefused } from '../refused.ts';
import { archiveKind, unreadKinds } from './archive-kind.ts';
import { unpackTar } from './unpack-tar.ts';
import { unpackZip } from './unpack-zip.ts';
import { Unpacking, type UnpackOptions } from './unpacking.ts';

/**
 * Unpacks an archive into a folder, which it makes. What kind of archive it is, its first bytes say and not its name.
 * Returns remarks. Throws ArchiveRefused when it is damaged or not safe; what was written by then may stay there.
 */
export async function unpack(file: string, folder: string, options: UnpackOptions): Promise<readonly Message[]> {
  const { limits } = options;
  const { size } = await stat(file);
  if (size > limits.archiveBytes)
    throw new ArchiveRefused(say('intake.archive-too-big', { bytes: limits.archiveBytes }));
  const kind = await archiveKind(file);
  const ending = unreadKinds[kind];
  if (ending !== undefined) throw new ArchiveRefused(say('intake.unsupported-archive', { ending }));
  if (kind === 'empty') throw new ArchiveRefused(say('intake.empty-archive'));
  if (kind === 'other') throw new ArchiveRefused(say('intake.unknown-archive'));
  await mkdir(folder, { recursive: true });
  const unpacking = new Unpacking(folder, size, options);
  try {
    if (kind === 'zip') await unpackZip(file, unpacking, options);
    else await unpackTar(file, kind === 'gzip', unpacking, options);
    return await unpacking.finish();
  } catch (error) {
    // The caller may remove the folder at once.
    await unpacking.settle().catch(() => {});
    if (error instanceof ArchiveRefused || options.signal.aborted || isOfThisMachine(error)) throw error;
    throw new ArchiveRefused(say('intake.damaged'), { cause: error });
  }
}

/** No space, no permission: not the archive's fault. */
function isOfThisMachine(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return /^E(?:NOSPC|DQUOT|ACCES|PERM|ROFS|MFILE|NFILE|IO)$/.test(code);
}
