import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import { unlessAborted } from './unless-aborted.ts';

const never = new Promise<never>(() => {});

test('what the work comes to is passed on, and no listener stays', async () => {
  const { signal } = new AbortController();
  expect(await unlessAborted(Promise.resolve(42), signal)).toBe(42);
  await expect(unlessAborted(Promise.reject(new Error('no')), signal)).rejects.toThrow('no');
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

test('waiting ends with the signal, and at once where that has aborted', async () => {
  const stop = new AbortController();
  const waiting = unlessAborted(never, stop.signal);
  stop.abort(new Error('enough'));
  await expect(waiting).rejects.toThrow('enough');
  await expect(unlessAborted(Promise.resolve(42), stop.signal)).rejects.toThrow('enough');
});
