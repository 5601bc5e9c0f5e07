import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { liveLines } from './live-lines.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function output(isTerminal: boolean, columns = 40) {
  const written: string[] = [];
  return { written, write: (text: string) => void written.push(text), isTerminal, columns };
}

test('without a terminal, a line is a line', () => {
  const out = output(false);
  using lines = liveLines(out);
  lines.say('one');
  vi.advanceTimersByTime(5_000);
  lines.say('two');
  expect(out.written).toEqual(['one\n', 'two\n']);
});

test('in a terminal, seconds are counted beside the line that is being worked on, and stay when it is done', () => {
  const out = output(true);
  {
    using lines = liveLines(out);
    lines.say('one');
    vi.advanceTimersByTime(3_000);
    expect(out.written.at(-1)).toBe('\r\u001b[Kone (3 s)');
    lines.say('two');
    expect(out.written.at(-2)).toBe('\r\u001b[Kone (3 s)\n');
  }
  expect(out.written.at(-1)).toBe('\r\u001b[Ktwo\n');
  const before = out.written.length;
  vi.advanceTimersByTime(10_000);
  expect(out.written).toHaveLength(before);
});

test('a line that is being written over never wraps', () => {
  const out = output(true, 10);
  using lines = liveLines(out);
  lines.say('a long line of text');
  expect(out.written.at(-1)).toBe('\r\u001b[Ka long li');
});
