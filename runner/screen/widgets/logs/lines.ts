import { printable } from '../../../base/text/width.ts';
import type { LogLine } from '../../../engine/facts.ts';
import type { LogEntry } from './state.ts';

/** So many lines are kept. */
export const kept = 5_000;
/** So many characters of a line are kept: 25 rows of a usual terminal. */
const longest = 2_000;
const plainAscii = /^[\x20-\x7e]*$/;

/** A line without colours, control characters and what a program has written over with a carriage return. */
export function entryOf({ at, stream, text }: LogLine): LogEntry {
  return { kind: 'line', at, stream, text: shortened(plainAscii.test(text) ? text : harmless(text)) };
}

function harmless(text: string): string {
  return printable(
    text
      .slice(0, 8 * longest)
      .replace(/\r+$/, '')
      .replace(/^.*\r/s, ''),
  );
}

function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
