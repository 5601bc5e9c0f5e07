import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import { AsyncFlag } from './async-flag.ts';

const { signal } = new AbortController();

test('whoever waits hears it, also where it rang before', async () => {
  const flag = new AsyncFlag();
  const hearing = flag.wait(signal);
  flag.set();
  await hearing;
  flag.set();
  flag.set();
  await flag.wait(signal);
});

test('what was heard once is not heard again', async () => {
  const flag = new AsyncFlag();
  flag.set();
  await flag.wait(signal);
  const heard = await Promise.race([flag.wait(signal, 1e6).then(() => true), Promise.resolve(false)]);
  expect(heard).toBe(false);
});

test('waiting ends in time, or with the signal, and leaves no listener behind', async () => {
  const stop = new AbortController();
  const flag = new AsyncFlag();
  await flag.wait(stop.signal, 1);
  expect(getEventListeners(stop.signal, 'abort')).toEqual([]);
  const waiting = flag.wait(stop.signal);
  stop.abort();
  await waiting;
  await flag.wait(stop.signal);
});
