import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { atMostEvery } from './throttle.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('acts at once, and once more for all that is asked meanwhile', () => {
  let acts = 0;
  const ask = atMostEvery(100, () => acts++);
  ask();
  expect(acts).toBe(1);
  for (let times = 0; times < 5; times++) ask();
  vi.advanceTimersByTime(99);
  expect(acts).toBe(1);
  vi.advanceTimersByTime(1);
  expect(acts).toBe(2);
  vi.advanceTimersByTime(1_000);
  expect(acts).toBe(2);
  ask();
  expect(acts).toBe(3);
});
