import type { LogsState } from './state.ts';

/** A stretch of a text that is what was searched for. */
export interface Match {
  readonly start: number;
  readonly end: number;
}

/** Finds a text in lines: whatever the case, unless it has capitals. `undefined` if nothing is searched for. */
export function finder(text: string): ((line: string) => Match[]) | undefined {
  if (text === '') return undefined;
  const pattern = new RegExp(text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), /\p{Lu}/u.test(text) ? 'gu' : 'giu');
  return line =>
    Array.from(line.matchAll(pattern), ({ index, 0: found }) => ({ start: index, end: index + found.length }));
}

/** The numbers of the lines that have what is searched for, oldest first. */
export function matchingLines({ lines, forgotten, search }: LogsState): number[] {
  const find = finder(search.field.text);
  if (find === undefined) return [];
  return lines.flatMap((entry, index) =>
    entry.kind === 'line' && find(entry.text).length > 0 ? [index + forgotten] : [],
  );
}

/** The match after (or, backwards, before) a line; behind the last comes the first again. */
export function neighbour(matches: readonly number[], line: number | undefined, forwards: boolean): number | undefined {
  if (line === undefined) return forwards ? matches[0] : matches.at(-1);
  const next = forwards ? matches.find(match => match > line) : matches.findLast(match => match < line);
  return next ?? (forwards ? matches[0] : matches.at(-1));
}
