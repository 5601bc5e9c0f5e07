import type { HttpOutcome } from '../../../lab-images/probe/protocol.ts';
import type { CounterReading, RowsReading } from '../../probes/evidence/store-evidence.ts';

/** Rows that there are more of, in all tables together; where rows are also removed, what PostgreSQL says was inserted. */
export function rowsAdded(before: RowsReading, after: RowsReading): number {
  return gains(before, after, (counted, inserted) => Math.max(counted, inserted));
}

/** Rows that there are more of by counting them alone: PostgreSQL's statistics may still be telling of earlier ones. */
export function rowsGained(before: RowsReading, after: RowsReading): number {
  return gains(before, after, counted => counted);
}

function gains(before: RowsReading, after: RowsReading, gain: (counted: number, inserted: number) => number): number {
  const known = new Map(before.tables.map(table => [table.name, table]));
  return after.tables
    .map(table => {
      const earlier = known.get(table.name);
      const counted = table.rows === undefined ? 0 : table.rows - (earlier?.rows ?? 0);
      return Math.max(0, gain(counted, table.inserted - (earlier?.inserted ?? 0)));
    })
    .reduce((total, gained) => total + gained, 0);
}

/** The tables in which rows were written though none were added, by name. */
export function tablesRewritten(after: RowsReading): string[] {
  return after.tables.filter(table => table.written > 0).map(({ name }) => name);
}

/** How far the counter went: by how much the fastest of the numbers grew, or how often numbers were made larger. */
export function counterAdvance(before: CounterReading, after: CounterReading): number {
  const growth = Object.values(growthOf(before.values, after.values));
  const commands = Object.values(growthOf(before.commands, after.commands)).reduce((total, times) => total + times, 0);
  return Math.max(0, commands, ...growth);
}

/** The numbers that grew, and by how much. */
function growthOf(
  before: Readonly<Record<string, number>>,
  after: Readonly<Record<string, number>>,
): Record<string, number> {
  const grown = Object.entries(after).map(([name, value]) => [name, value - (before[name] ?? 0)] as const);
  return Object.fromEntries(grown.filter(([, growth]) => growth > 0));
}

/**
 * Whether the answers show one of the counters that advanced: each has a number that is the counter's at some moment
 * between the two readings, and larger than the one in the answer before. Where the counter's value could not be read,
 * numbers that grow from answer to answer are enough.
 */
export function isCountShown(answers: readonly HttpOutcome[], before: CounterReading, after: CounterReading): boolean {
  const bodies = answers.flatMap(answer => (answer.ok ? [wholeNumbersIn(answer.body)] : []));
  if (bodies.length === 0) return false;
  const grown = Object.keys(growthOf(before.values, after.values));
  const ranges = grown.map(name => [before.values[name] ?? 0, after.values[name] ?? 0] as const);
  const wanted = ranges.length > 0 ? ranges : [[0, Number.POSITIVE_INFINITY] as const];
  return wanted.some(([above, most]) => grows(bodies, above, most));
}

function grows(bodies: readonly (readonly number[])[], above: number, most: number): boolean {
  let last = above;
  for (const numbers of bodies) {
    const next = Math.min(...numbers.filter(number => number > last && number <= most));
    if (!Number.isFinite(next)) return false;
    last = next;
  }
  return true;
}

/** Whole numbers as people write them: `1234`, `1.234`, `1,234` and `1 234` are the same. */
export function wholeNumbersIn(text: string): number[] {
  const grouped = text.match(/(?<![\d.,])\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+(?![\d])/g) ?? [];
  const bare = text.match(/\d+/g) ?? [];
  return [...grouped.map(number => Number(number.replace(/\D/g, ''))), ...bare.map(Number)];
}
