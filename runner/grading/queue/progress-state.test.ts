import { expect, test } from 'vitest';
import type { PartResult } from '../../gradebook/result.ts';
import { challengeNumber, fakeResult, fakeTask } from '../../test/fakes/class.ts';
import { afterEvent, beforeRun, timeLeft } from './progress-state.ts';
import type { Task } from './task.ts';

const tasks = ['a', 'b', 'c', 'd', 'e'].map(id => fakeTask(id));
const missing: Task = { ...fakeTask('nothing'), part: undefined };
const start = (state = beforeRun(tasks, 2), task = tasks[0], at = 0) =>
  task === undefined ? state : afterEvent(state, { kind: 'started', task, at });
const end = (state: ReturnType<typeof start>, task: Task | undefined, at: number, result?: PartResult) =>
  task === undefined
    ? state
    : afterEvent(state, { kind: 'finished', told: { task, result: result ?? fakeResult(task) }, at });

test('who runs is shown with what is done for it, until it is done', () => {
  const [a] = tasks;
  const begun = start();
  expect(begun.running).toMatchObject([{ phase: 'opening', since: 0 }]);
  const checking = a === undefined ? begun : afterEvent(begun, { kind: 'phase', task: a, phase: 'checking' });
  expect(checking.running).toMatchObject([{ phase: 'checking' }]);
  expect(end(checking, a, 10)).toMatchObject({ running: [], done: 1, unmet: 0, unknown: 0 });
});

test('what is missing and what could not be told are counted apart', () => {
  const task = fakeTask('a', challengeNumber(1));
  const fail = end(start(), task, 1, fakeResult(task, { verdict: 'fail' }));
  const unknown = end(fail, task, 2, fakeResult(task, { verdict: 'unknown', outcome: 'unknown' }));
  expect(unknown).toMatchObject({ done: 2, unmet: 1, unknown: 1 });
});

test('the time left goes by the median, and by how many run at once', () => {
  const [a, b, c, d] = tasks;
  let state = beforeRun(tasks, 2);
  expect(timeLeft(state, 0)).toBeUndefined();
  for (const [task, ms] of [
    [a, 10_000],
    [b, 1_000_000],
    [c, 12_000],
  ] as const) {
    state = end(start(state, task, 0), task, ms);
  }
  // Two are left, side by side: the median of 10, 12 and 1000 s.
  expect(timeLeft(state, 0)).toBe(12_000);
  const running = start(state, d, 0);
  expect(timeLeft(running, 4_000)).toBe(10_000);
  // What takes longer than the others is expected to end any moment.
  expect(timeLeft(running, 60_000)).toBe(6_000);
});

test('what was not handed in takes no time, and says nothing of the others', () => {
  const state = end(start(beforeRun([...tasks, missing], 1), missing, 0), missing, 1);
  expect(state).toMatchObject({ done: 1, sandboxesLeft: 5 });
  expect(timeLeft(state, 1)).toBeUndefined();
});
