import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import { raceAbort } from './race-abort.ts';

const never = new Promise<never>(() => {});

test('what the work comes to is passed on, and no listener stays', async () => {
  const { signal } = new AbortController();
  expect(await raceAbort(Promise.resolve(42), signal)).toBe(42);
  await expect(raceAbort(Promise.reject(new Error('no')), signal)).rejects.toThrow('no');
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

test('waiting ends with the signal, and at once where that has aborted', async () => {
  const stop = new AbortController();
  const waiting = raceAbort(never, stop.signal);
  stop.abort(new Error('enough'));
  await expect(waiting).rejects.toThrow('enough');
  await expect(raceAbort(Promise.resolve(42), stop.signal)).rejects.toThrow('enough');
});
