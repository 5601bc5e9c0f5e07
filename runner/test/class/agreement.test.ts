import { expect, test } from 'vitest';
import { agreementOf, agreementTable } from './agreement.ts';

const compared = [
  { name: 'a', expected: 'pass', told: 'pass' },
  { name: 'b', expected: 'fail', told: 'pass' },
  { name: 'c', expected: 'pass', told: 'blocked' },
  { name: 'd', expected: 'pass', told: undefined },
  { name: 'e', expected: 'fail', told: 'unknown' },
  { name: 'f', expected: 'fail', told: 'blocked' },
] as const;

test('what differs is counted by what it costs, and named', () => {
  const agreement = agreementOf(compared);
  expect(agreement).toEqual({
    ...{ objectives: 6, agree: 1, falsePasses: ['b'], falseFails: ['c'], unknown: ['d', 'e'], other: ['f'] },
  });
  expect(agreementTable(agreement).split('\n').slice(1)).toEqual([
    '         6  1 (16.7 %)                 1            1        2      1',
    ...['falsePasses: b', 'falseFails: c', 'unknown: d', 'unknown: e', 'other: f'],
  ]);
});
