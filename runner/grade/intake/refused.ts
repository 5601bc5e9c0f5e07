/** An archive that is not unpacked: it is damaged, or not safe. The message says why, for people, in their language. */
export class ArchiveRefused extends Error {
  override readonly name = 'ArchiveRefused';
}
