import { open } from 'node:fs/promises';

/** What a file is by its first bytes; `other` where it is no archive that is known. */
export type ArchiveKind = 'zip' | 'tar' | 'gzip' | 'rar' | '7z' | 'bzip2' | 'xz' | 'zstd' | 'other' | 'empty';

/** A zip's local header or end (APPNOTE 4.3), gzip's (RFC 1952), and the magic numbers of file(1) for those that are not read. */
const magic: readonly (readonly [string, ArchiveKind])[] = [
  ['504b0304', 'zip'],
  ['504b0506', 'zip'],
  ['504b0708', 'zip'],
  ['1f8b', 'gzip'],
  ['526172211a07', 'rar'],
  ['377abcaf271c', '7z'],
  ['425a68', 'bzip2'],
  ['fd377a585a00', 'xz'],
  ['28b52ffd', 'zstd'],
];

/** The endings of archives of a kind that is not read, for people. */
export const unreadKinds: Readonly<Partial<Record<ArchiveKind, string>>> = {
  ...{ rar: '.rar', '7z': '.7z', bzip2: '.bz2', xz: '.xz', zstd: '.zst' },
};

/** What a file is, whatever its name says. Throws what the file system says. */
export async function archiveKind(file: string): Promise<ArchiveKind> {
  const buffer = Buffer.alloc(512);
  const handle = await open(file);
  try {
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
    if (bytesRead === 0) return 'empty';
  } finally {
    await handle.close();
  }
  const start = buffer.toString('hex', 0, 8);
  const known = magic.find(([bytes]) => start.startsWith(bytes));
  if (known !== undefined) return known[1];
  // tar(5): ustar's, or nothing but the end of an archive.
  return buffer.toString('latin1', 257, 262) === 'ustar' || buffer.every(byte => byte === 0) ? 'tar' : 'other';
}
