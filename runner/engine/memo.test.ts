import { expect, test } from 'vitest';
import { oncePer, oncePerPair } from './memo.ts';

test('works once for each object, also where the result is nothing', () => {
  let worked = 0;
  const lengthOf = oncePer((list: readonly number[]) => {
    worked += 1;
    return list[0];
  });
  const [one, same] = [[], []];
  expect([lengthOf(one), lengthOf(one), lengthOf(same)]).toEqual([undefined, undefined, undefined]);
  expect(worked).toBe(2);
});

test('works once for each pair, and the order counts', () => {
  let worked = 0;
  const pair = oncePerPair((one: { name: string }, other: { name: string }) => {
    worked += 1;
    return one.name + other.name;
  });
  const [a, b] = [{ name: 'a' }, { name: 'b' }];
  expect([pair(a, b), pair(b, a), pair(a, b)]).toEqual(['ab', 'ba', 'ab']);
  expect(worked).toBe(2);
});
