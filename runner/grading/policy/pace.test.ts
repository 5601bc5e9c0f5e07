import { setImmediate as afterAllThatIsDue } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { pace } from './pace.ts';

test('a burst passes at once; what comes behind it waits for its turn, and is never lost', async () => {
  const turn = pace(20, new AbortController().signal);
  const passed: number[] = [];
  const all = Promise.all(Array.from({ length: 100 }, (_, n) => turn().then(() => passed.push(n))));
  await afterAllThatIsDue();
  expect(passed.length).toBeGreaterThanOrEqual(80);
  expect(passed.length).toBeLessThan(100);
  await all;
  expect(passed).toEqual(Array.from({ length: 100 }, (_, n) => n));
});

test('who waits when it ends, waits no longer', async () => {
  const ending = new AbortController();
  const turn = pace(0.01, ending.signal);
  const waiting = turn().then(turn);
  ending.abort();
  await expect(waiting).rejects.toThrow(/abort/i);
});
