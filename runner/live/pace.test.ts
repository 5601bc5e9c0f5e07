import { expect, test } from 'vitest';
import { pauseMs, trafficPauseMs } from './pace.ts';

const calm = (checks: number, change: { tookMs?: number; solved?: boolean } = {}) => ({
  checks,
  tookMs: 50,
  solved: false,
  ...change,
});

test('pauses grow while nothing changes, up to a bound', () => {
  expect([0, 1, 2, 3, 20].map(checks => pauseMs(calm(checks)))).toEqual([250, 500, 1_000, 2_000, 10_000]);
});

test('what is solved is looked at less often', () => {
  expect(pauseMs(calm(0, { solved: true }))).toBe(3_000);
  expect(pauseMs(calm(9, { solved: true }))).toBe(10_000);
});

test('a check that takes long is given time between', () => {
  expect(pauseMs(calm(0, { tookMs: 1_800 }))).toBe(1_800);
  expect(trafficPauseMs(calm(1, { tookMs: 1_800 }))).toBe(3_600);
});

test('traffic calls for a check sooner, but never where all is met already', () => {
  expect(trafficPauseMs(calm(0))).toBe(250);
  expect(trafficPauseMs(calm(20))).toBe(5_000);
  expect(trafficPauseMs(calm(0, { solved: true }))).toBeUndefined();
});
