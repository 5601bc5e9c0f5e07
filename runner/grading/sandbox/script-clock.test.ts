import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ScriptClock } from './script-clock.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('it stands still while it is held', async () => {
  const up = vi.fn();
  using clock = new ScriptClock(1_000, up);
  vi.advanceTimersByTime(600);
  const { promise, resolve } = Promise.withResolvers<void>();
  const held = clock.hold(() => promise);
  vi.advanceTimersByTime(60_000);
  resolve();
  await held;
  vi.advanceTimersByTime(399);
  expect(up).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(up).toHaveBeenCalledOnce();
});

test('one that is over does not begin again when a look ends', async () => {
  const up = vi.fn();
  const clock = new ScriptClock(1_000, up);
  const { promise, resolve } = Promise.withResolvers<void>();
  const held = clock.hold(() => promise);
  clock[Symbol.dispose]();
  resolve();
  await held;
  vi.advanceTimersByTime(60_000);
  expect(up).not.toHaveBeenCalled();
});
