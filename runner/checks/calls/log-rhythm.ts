import type { LogLine } from '../../engine/facts.ts';

/** Lines that come closer together than this were written by one turn of a loop. In milliseconds. */
const turnMs = 1_000;

/**
 * The turns of a loop, by a log alone: when lines of one shape (the same but for numbers) were written again, each at
 * least a second after the one before. In milliseconds since 1970; empty where no shape comes back.
 */
export function turnsInLog(log: readonly LogLine[]): number[] {
  const turns = new Map<string, number[]>();
  for (const { text, at } of log) {
    const shape = text.replace(/[\d.,:]+/g, '#').trim();
    if (shape === '') continue;
    const times = turns.get(shape) ?? [];
    const time = Date.parse(at);
    if (time - (times.at(-1) ?? Number.NEGATIVE_INFINITY) >= turnMs) times.push(time);
    turns.set(shape, times);
  }
  const longest = [...turns.values()].sort((one, other) => other.length - one.length)[0] ?? [];
  return longest.length > 1 ? longest : [];
}
