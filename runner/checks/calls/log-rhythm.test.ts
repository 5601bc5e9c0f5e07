import { expect, test } from 'vitest';
import type { LogLine } from '../../engine/facts.ts';
import { turnsInLog } from './log-rhythm.ts';

const start = Date.parse('2026-11-21T00:00:00Z');
const line = (second: number, text: string): LogLine => ({
  at: new Date(start + second * 1_000).toISOString(),
  stream: 'stdout',
  text,
});
const seconds = (log: LogLine[]) => turnsInLog(log).map(at => (at - start) / 1_000);

test('lines that are the same but for numbers are turns of a loop', () => {
  const log = [line(0, 'starting'), line(1, '10:00:01.5 -> 200 (3 ms)'), line(181, '10:03:01,2 -> 200 (14 ms)')];
  expect(seconds(log)).toEqual([1, 181]);
});

test('what one turn writes counts once', () => {
  const turn = (second: number) => [line(second, 'GET 1'), line(second + 0.1, 'GET 2'), line(second + 0.2, 'GET 3')];
  expect(seconds([...turn(0), ...turn(60), ...turn(120)])).toEqual([0, 60, 120]);
});

test('the shape that comes back most often tells', () => {
  const log = [line(0, 'retry'), line(5, 'ok 1'), line(10, 'ok 2'), line(11, 'retry'), line(15, 'ok 3')];
  expect(seconds(log)).toEqual([5, 10, 15]);
});

test.each([
  ['nothing', []],
  ['different lines', [line(0, 'a'), line(9, 'b')]],
  ['empty lines', [line(0, ''), line(9, ' '), line(20, '')]],
  ['a burst', [line(0, 'ok 1'), line(0.3, 'ok 2'), line(0.6, 'ok 3')]],
])('%s is no loop', (_, log) => {
  expect(turnsInLog(log)).toEqual([]);
});
