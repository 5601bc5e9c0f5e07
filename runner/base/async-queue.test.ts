import { expect, test } from 'vitest';
import { AsyncQueue } from './async-queue.ts';

test('what was put in before and while it is read comes out in order', async () => {
  const box = new AsyncQueue<number>();
  box.put(1);
  const reading = Array.fromAsync(box);
  box.put(2);
  await Promise.resolve();
  box.put(3);
  box.close();
  expect(await reading).toEqual([1, 2, 3]);
});

test('a failure comes after what was put in before it', async () => {
  const box = new AsyncQueue<number>();
  box.put(1);
  box.fail(new Error('gone'));
  const read: number[] = [];
  const reading = (async () => {
    for await (const item of box) read.push(item);
  })();
  await expect(reading).rejects.toThrow('gone');
  expect(read).toEqual([1]);
});

test('the first end holds', async () => {
  const box = new AsyncQueue<number>();
  box.close();
  box.fail(new Error('too late'));
  expect(await Array.fromAsync(box)).toEqual([]);
});
