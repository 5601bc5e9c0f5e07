import { createHash } from 'node:crypto';
import { fitToShow } from '../../base/fit-to-show.ts';
import { isArchive, unsupportedEnding, withoutEnding } from './archives/archive-name.ts';
import { isClutter } from './clutter.ts';

/** Something in a class's folder that was handed in. */
export interface Handed {
  readonly id: string;
  /** Its name in the class's folder. */
  readonly name: string;
  readonly kind: 'folder' | 'archive';
  /** True if another has its name without the ending, and it got a number. */
  readonly renamed: boolean;
}

const longest = 80;
/** What cannot be in a file's name somewhere, or says that something could not be read. */
const unfit = /[\uFFFD/\\]/g;

/**
 * What in a class's folder is a submission, and what each is called: its name without the ending, without control characters,
 * unique without regard to case, and the same whatever the order of the folder's entries.
 */
export function submissionIds(entries: readonly { readonly name: string; readonly isFolder: boolean }[]): Handed[] {
  const handed = entries
    .filter(({ name, isFolder }) => isSubmission(name, isFolder))
    .map(({ name, isFolder }) => ({ name, isFolder, plain: idOf(isFolder ? name : withoutEnding(name)) }))
    .sort((one, other) => compare(one.plain, other.plain) || compare(one.name, other.name));
  const natural = new Set(handed.map(({ plain }) => plain.toLowerCase()));
  const taken = new Set<string>();
  return handed.map(({ name, isFolder, plain }) => {
    let id = plain;
    for (let number = 2; taken.has(id.toLowerCase()) || (id !== plain && natural.has(id.toLowerCase())); number += 1)
      id = `${plain}-${number}`;
    taken.add(id.toLowerCase());
    return { id, name, kind: isFolder ? 'folder' : 'archive', renamed: id !== plain };
  });
}

function isSubmission(name: string, isFolder: boolean): boolean {
  if (name.startsWith('.') || isClutter(name)) return false;
  return isFolder || isArchive(name) || unsupportedEnding(name) !== undefined;
}

/** Long names are cut, with a part of their digest instead of the rest. */
function idOf(name: string): string {
  const plain = fitToShow(name.normalize('NFC'), { strict: true, instead: '_' }).replace(unfit, '_').trim() || '_';
  if ([...plain].length <= longest) return plain;
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return `${[...plain].slice(0, longest - 9).join('')}-${digest}`;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
