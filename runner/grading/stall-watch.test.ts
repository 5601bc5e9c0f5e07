import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { couldMatter, watchStalls } from './stall-watch.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A clock that goes on with the timers, and by itself where the thread is held up. */
function clock() {
  let heldUpMs = 0;
  return {
    now: () => Date.now() + heldUpMs,
    holdUp: (ms: number) => {
      heldUpMs += ms;
    },
  };
}

test('what comes in time, or a little late, is no stall', () => {
  const { now, holdUp } = clock();
  using stalls = watchStalls(now);
  for (let round = 0; round < 50; round++) {
    holdUp(round % 5 === 0 ? 400 : 0);
    vi.advanceTimersByTime(100);
  }
  expect(stalls.takeMs()).toBe(0);
});

test('stalls are added up, until they are asked for', () => {
  const { now, holdUp } = clock();
  using stalls = watchStalls(now);
  vi.advanceTimersByTime(1_000);
  for (const ms of [7_000, 600]) {
    holdUp(ms);
    vi.advanceTimersByTime(1_000);
  }
  expect(stalls.takeMs()).toBe(7_600);
  expect(stalls.takeMs()).toBe(0);
});

test('one that lasts until now counts, before any timer could tell of it', () => {
  const { now, holdUp } = clock();
  using stalls = watchStalls(now);
  vi.advanceTimersByTime(100);
  holdUp(5_000);
  expect(stalls.takeMs()).toBeGreaterThanOrEqual(4_900);
});

test('a tenth of what is allowed is tolerated', () => {
  expect(couldMatter(3_000, 30_000)).toBe(false);
  expect(couldMatter(3_001, 30_000)).toBe(true);
});
