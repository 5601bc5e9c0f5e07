import { expect, test } from 'vitest';
import { cpuAccount } from './cpu-share.ts';

test('who takes less than the share never rests, and gathers no more than a burst', () => {
  const restMs = cpuAccount({ share: 0.25, burstMs: 100 });
  for (let round = 0; round < 100; round++) expect(restMs(20, 100)).toBe(0);
  expect(restMs(125, 100)).toBe(0);
  expect(restMs(26, 100)).toBe(4);
});

test('who takes all there is gets the share in the end, however it is taken', () => {
  for (const step of [1, 50, 5_000]) {
    const restMs = cpuAccount({ share: 0.25, burstMs: 100 });
    let [taken, passed] = [0, 0];
    let rest = 0;
    while (taken < 100_000) {
      const sinceMs = step + rest;
      rest = restMs(step, sinceMs);
      taken += step;
      passed += sinceMs;
    }
    expect((taken - 100) / (passed + rest)).toBeCloseTo(0.25, 2);
  }
});
