import { isDeepStrictEqual } from 'node:util';
import type { Line } from '../../base/text/line.ts';

/** True if both would look the same. */
export function areSameLines(one: readonly Line[], other: readonly Line[]): boolean {
  return one.length === other.length && one.every((line, row) => isSameLine(line, other[row] ?? []));
}

/** True if both would look the same. */
export function isSameLine(one: Line, other: Line): boolean {
  return (
    one === other ||
    (one.length === other.length &&
      one.every((part, index) => part === other[index] || isDeepStrictEqual(part, other[index])))
  );
}
