import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeResult, fakeTask } from '../../test/fakes/class.ts';
import { VirtualTerminal } from '../../test/fakes/virtual-terminal.ts';
import { gradeDisplay } from './display.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const tasks = ['ana', 'bia', 'caio'].map(id => fakeTask(id));
const [ana, bia] = tasks;
if (ana === undefined || bia === undefined) throw new Error('nobody');

test('in a terminal the lines are drawn over each other, and nothing of them stays', () => {
  const terminal = new VirtualTerminal();
  terminal.write('before\n');
  {
    using display = gradeDisplay({ err: terminal, language: 'en', screenReader: false }, tasks, 2);
    display.show({ kind: 'started', task: ana, at: performance.now() });
    display.show({ kind: 'started', task: bia, at: performance.now() });
    vi.advanceTimersByTime(5_000);
    expect(terminal.lines()).toEqual([
      'before',
      '0 of 3 done',
      '  ana · 1 · opening an engine · 5 s',
      '  bia · 1 · opening an engine · 5 s',
    ]);
    display.show({ kind: 'finished', told: { task: ana, result: fakeResult(ana) }, at: performance.now() });
    vi.advanceTimersByTime(1_000);
    expect(terminal.lines().slice(0, 3)).toEqual([
      'before',
      '1 of 3 done · about 10 s left',
      '  bia · 1 · opening an engine · 6 s',
    ]);
    expect(display.done).toBe(1);
  }
  terminal.write('after\n');
  expect(terminal.lines()).toEqual(['before', 'after']);
  vi.advanceTimersByTime(10_000);
  expect(terminal.lines()).toEqual(['before', 'after']);
});

test.each([
  ['elsewhere', { up: undefined, isTerminal: false }, false],
  ['in a terminal that cannot go up', { up: undefined, isTerminal: true }, false],
  ['for a screen reader', {}, true],
])('%s there is a line for each work that is done', (_, change, screenReader) => {
  const terminal = Object.assign(new VirtualTerminal(), change);
  using display = gradeDisplay({ err: terminal, language: 'en', screenReader }, tasks, 2);
  display.show({ kind: 'started', task: ana, at: 0 });
  vi.advanceTimersByTime(5_000);
  display.show({ kind: 'finished', told: { task: ana, result: fakeResult(ana) }, at: 5_000 });
  expect(terminal.lines()).toEqual(['[1/3] ana · 1 · 22 of 20 points · 0 s']);
});
