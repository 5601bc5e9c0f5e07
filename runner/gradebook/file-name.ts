import { createHash } from 'node:crypto';
import { withoutAccents } from '../base/text/without-accents.ts';

/** The characters that are kept of an id. With the digest after them, any file system takes the name. */
const longest = 48;

/** What Windows takes for a device, with any ending. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/;

/**
 * A file's name for a student's id: lower-case ASCII letters, digits, `.`, `_` and `-`. Stable, and different for
 * different ids, also where the file system does not tell `ana` from `ANA`: what cannot be kept as it is gets a digest
 * behind it. Pure.
 */
export function fileNameOf(id: string): string {
  if (isPlain(id)) return id;
  const readable = withoutAccents(id.toWellFormed())
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, longest)
    .replace(/-+$/, '');
  // Of the UTF-16 itself: two ids that differ only in broken characters stay two.
  const digest = createHash('sha256').update(Buffer.from(id, 'utf16le')).digest('hex').slice(0, 12);
  return `${readable === '' ? 'id' : readable}-${digest}`;
}

/** Where a student's feedback is, below the output folder. Pure. */
export function feedbackPath(id: string): string {
  return `feedback/${fileNameOf(id)}.html`;
}

function isPlain(id: string): boolean {
  return (
    /^[a-z0-9][a-z0-9._-]*$/.test(id) &&
    id.length <= longest &&
    !id.includes('..') &&
    !/[.]$/.test(id) &&
    !device.test(id) &&
    // It could be what another id was made into.
    !/-[0-9a-f]{12}$/.test(id)
  );
}
