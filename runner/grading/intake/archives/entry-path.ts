import { say } from '../../../language/say.ts';
import type { IntakeLimits } from '../archive-limits.ts';
import { printable } from '../printable.ts';
import { ArchiveRefused } from '../refused.ts';

/** What a file system takes for one name; see NAME_MAX of limits.h(0p). */
const longestName = 255;

/**
 * The name of an archive's entry as a path below the folder that it is unpacked to: forward slashes, no empty or `.`
 * parts; empty where it names that folder itself. Throws ArchiveRefused when it would lead anywhere else.
 */
export function entryPath(name: string, limits: Pick<IntakeLimits, 'pathBytes' | 'depth'>): string {
  const shown = printable(name);
  if (name.includes('\0')) throw new ArchiveRefused(say('intake.bad-name', { name: shown }));
  const slashed = name.replaceAll('\\', '/');
  if (slashed.startsWith('/') || /^[a-z]:/i.test(slashed))
    throw new ArchiveRefused(say('intake.absolute-path', { name: shown }));
  const parts = slashed.split('/').filter(part => part !== '' && part !== '.');
  if (parts.includes('..')) throw new ArchiveRefused(say('intake.leads-out', { name: shown }));
  // macOS takes accents apart, and scripts have them whole: on Linux these are two names.
  const path = parts.join('/').normalize('NFC');
  if (parts.length > limits.depth)
    throw new ArchiveRefused(say('intake.too-deep', { name: shown, most: limits.depth }));
  if (Buffer.byteLength(path) > limits.pathBytes || parts.some(part => Buffer.byteLength(part) > longestName))
    throw new ArchiveRefused(say('intake.name-too-long', { name: shown }));
  return path;
}

/** Where a link in an archive points, below the same folder; `undefined` if that is out of it. */
export function linkTarget(from: string, target: string): string | undefined {
  const slashed = target.replaceAll('\\', '/');
  if (slashed.startsWith('/') || /^[a-z]:/i.test(slashed)) return undefined;
  const parts = from.split('/').slice(0, -1);
  for (const part of slashed.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}
