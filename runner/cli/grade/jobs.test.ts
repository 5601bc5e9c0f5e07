import { expect, test } from 'vitest';
import { shellMemoryBytes } from '../../grading/sandbox/sandbox.ts';
import { defaultJobs, sandboxMemoryBytes } from './jobs.ts';
import { limitsOf } from './limit-options.ts';

const gib = 1024 ** 3;

test.each([
  [4, 32 * gib, 4],
  [16, 8 * gib, 3],
  [8, 1 * gib, 1],
  [1, 64 * gib, 1],
  [4, 0, 1],
  [4, (sandboxMemoryBytes + shellMemoryBytes) * 2, 2],
  [4, (sandboxMemoryBytes + shellMemoryBytes) * 2 - 1, 1],
])('with %i cores and %i bytes free, %i at once', (cores, freeBytes, jobs) => {
  expect(defaultJobs({ cores, freeBytes })).toBe(jobs);
});

test('a part has time for its script and all around it, and a submission for all its parts', () => {
  for (const timeout of [undefined, 1, 3600]) {
    for (const settle of [undefined, 1, 600]) {
      const { part, submissionMs } = limitsOf({ timeout, settle }, 5);
      expect([part.scriptMs, part.verdictMs]).toEqual([(timeout ?? 300) * 1000, (settle ?? 30) * 1000]);
      expect(part.partMs).toBeGreaterThan(part.scriptMs + part.verdictMs);
      expect(submissionMs).toBeGreaterThan(5 * part.partMs);
    }
  }
});
