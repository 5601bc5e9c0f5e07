const readable = /\.(?:zip|tar|tar\.gz|tgz)$/i;
const unreadable = /\.(?:rar|7z|tar\.(?:bz2|xz|zst|lzma|z)|tbz2?|txz|tzst|gz|bz2|xz)$/i;

/** True for a file's name that an archive has, of a kind that is read. */
export function isArchive(name: string): boolean {
  return readable.test(name);
}

/** The ending of an archive of a kind that is not read; `undefined` if it is none. */
export function unsupportedEnding(name: string): string | undefined {
  return readable.test(name) ? undefined : unreadable.exec(name)?.[0].toLowerCase();
}

/** A file's name without the ending that makes it an archive. */
export function withoutEnding(name: string): string {
  return name.replace(readable, '').replace(unreadable, '');
}
