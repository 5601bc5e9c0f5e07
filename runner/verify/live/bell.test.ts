import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import { Bell } from './bell.ts';

const { signal } = new AbortController();

test('whoever waits hears it, also where it rang before', async () => {
  const bell = new Bell();
  const hearing = bell.heard(signal);
  bell.ring();
  await hearing;
  bell.ring();
  bell.ring();
  await bell.heard(signal);
});

test('what was heard once is not heard again', async () => {
  const bell = new Bell();
  bell.ring();
  await bell.heard(signal);
  const heard = await Promise.race([bell.heard(signal, 1e6).then(() => true), Promise.resolve(false)]);
  expect(heard).toBe(false);
});

test('waiting ends in time, or with the signal, and leaves no listener behind', async () => {
  const stop = new AbortController();
  const bell = new Bell();
  await bell.heard(stop.signal, 1);
  expect(getEventListeners(stop.signal, 'abort')).toEqual([]);
  const waiting = bell.heard(stop.signal);
  stop.abort();
  await waiting;
  await bell.heard(stop.signal);
});
