import { describe, expect, test } from 'vitest';
import type { HttpOutcome } from '../../../lab-images/probe/protocol.ts';
import type { CounterReading, RowsReading, TableReading } from '../../probes/evidence/store-evidence.ts';
import {
  counterAdvance,
  isCountShown,
  rowsAdded,
  rowsGained,
  tablesRewritten,
  wholeNumbersIn,
} from './store-counts.ts';

const rows = (...tables: (Partial<TableReading> & { name: string })[]): RowsReading => ({
  transaction: '700',
  tables: tables.map(table => ({ rows: 0, written: 0, inserted: 0, ...table })),
});
const counts = (values: Record<string, number>, commands: Record<string, number> = {}): CounterReading => ({
  values,
  commands,
});
const answers = (...bodies: string[]): HttpOutcome[] =>
  bodies.map(body => ({ ok: true, status: 200, durationMs: 1, contentType: 'text/plain', body }));

describe('rows', () => {
  test('are added up over all tables, new ones too', () => {
    expect(rowsAdded(rows({ name: 'a', rows: 3 }), rows({ name: 'a', rows: 5 }, { name: 'b', rows: 4 }))).toBe(6);
  });

  test('that went elsewhere do not count against those that came', () => {
    expect(rowsAdded(rows({ name: 'a', rows: 9 }, { name: 'b' }), rows({ name: 'a' }, { name: 'b', rows: 5 }))).toBe(5);
  });

  test('that are thrown out again for new ones are known from what PostgreSQL says was inserted', () => {
    const before = rows({ name: 'a', rows: 100, inserted: 200 });
    const after = rows({ name: 'a', rows: 100, inserted: 205 });
    expect(rowsAdded(before, after)).toBe(5);
    expect(rowsGained(before, after)).toBe(0);
  });

  test('of a table too large to be counted are as PostgreSQL says', () => {
    const before = rows({ name: 'a', rows: undefined, inserted: 1_000_000 });
    expect(rowsAdded(before, rows({ name: 'a', rows: undefined, inserted: 1_000_007 }))).toBe(7);
  });

  test('that were only changed are told by their table', () => {
    const after = rows({ name: 'loja.public.total', rows: 1, written: 1 }, { name: 'loja.public.outra', rows: 1 });
    expect(rowsAdded(rows({ name: 'loja.public.total', rows: 1 }, { name: 'loja.public.outra', rows: 1 }), after)).toBe(
      0,
    );
    expect(tablesRewritten(after)).toEqual(['loja.public.total']);
  });
});

describe('a counter', () => {
  test('advances by the fastest number, or by how often numbers were made larger', () => {
    expect(counterAdvance(counts({ '0:n': 4, '0:m': 9 }), counts({ '0:n': 9, '0:m': 10 }))).toBe(5);
    expect(counterAdvance(counts({}, { incr: 4 }), counts({}, { incr: 7, hincrby: 2 }))).toBe(5);
    expect(counterAdvance(counts({ '0:n': 4 }), counts({ '0:n': 1 }))).toBe(0);
    expect(counterAdvance(counts({}), counts({}))).toBe(0);
  });

  const before = counts({ '0:n': 1_232, '0:page': 1 });
  const after = counts({ '0:n': 1_235, '0:page': 1 });

  test.each([
    ['as it is', ['visita 1233', 'visita 1234', 'visita 1235']],
    ['with a point', ['<p>1.233</p>', '<p>1.234</p>', '<p>1.235</p>']],
    ['with a comma', ['{"n":"1,233"}', '{"n":"1,234"}', '{"n":"1,235"}']],
    ['among others', ['12px 2026-11-21 1233', '12px 2026-11-21 1234', '12px 2026-11-21 1235']],
  ])('is shown %s', (_, bodies) => {
    expect(isCountShown(answers(...bodies), before, after)).toBe(true);
  });

  test.each([
    ['it is nowhere', ['obrigado', 'obrigado', 'obrigado']],
    ['it stands still', ['1235', '1235', '1235']],
    ['another one is shown', ['1', '2', '3']],
    ['it is missing once', ['1233', '', '1235']],
    ['nothing was answered', []],
  ])('is not shown where %s', (_, bodies) => {
    expect(isCountShown(answers(...bodies), before, after)).toBe(false);
  });

  test('whose value cannot be read is shown by numbers that grow', () => {
    const [no, some] = [counts({}, { incr: 1 }), counts({}, { incr: 4 })];
    expect(isCountShown(answers('7', '8', '9'), no, some)).toBe(true);
    expect(isCountShown(answers('7', '7', '7'), no, some)).toBe(false);
  });
});

test('whole numbers are read as people write them', () => {
  expect(wholeNumbersIn('1.234.567 e 89')).toEqual(expect.arrayContaining([1_234_567, 89]));
  expect(wholeNumbersIn('nada')).toEqual([]);
});
