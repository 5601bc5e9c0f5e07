/** How an archive is compressed. */
export type Compression = 'bzip2' | 'gzip' | 'xz' | 'zstd';

const magic: readonly (readonly [Compression, readonly number[]])[] = [
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['gzip', [0x1f, 0x8b, 0x08]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
];

/**
 * What the engine would decompress before it reads an archive that begins like this; `undefined` if it would take it for a plain tar.
 * These are moby's own rules (`archive.DetectCompression`), newer versions' too: the first bytes decide, whatever stands further
 * on. A zstd stream may begin with frames to skip (RFC 8878, 3.1.2), which hold anything, such as the header of a tar archive. Pure.
 */
export function compressionOf(begun: Buffer): Compression | undefined {
  const known = magic.find(([, bytes]) => bytes.every((byte, at) => begun[at] === byte))?.[0];
  if (known !== undefined) return known;
  return begun.length >= 4 && (begun.readUInt32LE() & 0xfffffff0) >>> 0 === 0x184d2a50 ? 'zstd' : undefined;
}
