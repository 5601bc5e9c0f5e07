import { createHash } from 'node:crypto';
import { fitToShow } from '../../../base/fit-to-show.ts';

const longest = 80;
/** What cannot be in a file's name somewhere, or says that something could not be read. */
const unfit = /[\uFFFD/\\]/g;

/** A name as an id: without control characters. Long ones are cut, with a part of their digest instead of the rest. Pure. */
export function idOf(name: string): string {
  const plain = fitToShow(name.normalize('NFC'), { strict: true, instead: '_' }).replace(unfit, '_').trim() || '_';
  if ([...plain].length <= longest) return plain;
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return `${[...plain].slice(0, longest - 9).join('')}-${digest}`;
}

/** Something that gets an id. */
export interface Named {
  /** What it would be called if it were alone. */
  readonly plain: string;
  /** What orders those of one name. */
  readonly source: string;
}

/** An id for each, unique without regard to case, and the same whatever the order that they come in. Pure. */
export function uniqueIds<Item extends Named>(items: readonly Item[]): { readonly id: string; readonly item: Item }[] {
  const inOrder = items.toSorted((one, other) => compare(one.plain, other.plain) || compare(one.source, other.source));
  const natural = new Set(inOrder.map(({ plain }) => plain.toLowerCase()));
  const taken = new Set<string>();
  return inOrder.map(item => {
    let id = item.plain;
    for (
      let number = 2;
      taken.has(id.toLowerCase()) || (id !== item.plain && natural.has(id.toLowerCase()));
      number += 1
    )
      id = `${item.plain}-${number}`;
    taken.add(id.toLowerCase());
    return { id, item };
  });
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
