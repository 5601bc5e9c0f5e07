import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** No measure of anything: only so much that a slow machine does not fail. */
const patient = { testTimeout: 300_000, hookTimeout: 600_000 };

/** One file at a time: those that look at the real engine see the same containers, and terminals are slow side by side. */
const serial = { fileParallelism: false, ...patient };

/** The same, of what needs no engine. */
const patienceMs = 60_000;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['runner/**/*.test.ts', 'runner/**/*.test.tsx', 'challenges/*.test.ts', 'lab-images/**/*.test.ts'],
          exclude: ['runner/test/{browser,challenges,commands,docker,pty}/**'],
          // They share nothing that they change; a worker for each of three hundred files costs as much as their tests do.
          isolate: false,
          testTimeout: patienceMs,
        },
      },
      {
        test: {
          name: 'docker',
          include: ['runner/test/docker/**/*.test.ts'],
          globalSetup: ['runner/test/docker/global-setup.ts'],
          sequence: { groupOrder: 1 },
          ...serial,
        },
      },
      {
        test: {
          name: 'challenges',
          include: ['runner/test/challenges/**/*.test.ts', 'runner/test/commands/**/*.test.ts'],
          globalSetup: ['runner/test/docker/global-setup.ts'],
          setupFiles: ['runner/test/each-with-own-engine.ts'],
          sequence: { groupOrder: 2 },
          // They compute as much as they wait, in containers: more at once would only make each of them slower.
          maxWorkers: Math.max(2, availableParallelism()),
          ...patient,
        },
      },
      {
        test: {
          name: 'pty',
          include: ['runner/test/pty/**/*.test.ts'],
          globalSetup: ['runner/test/docker/global-setup.ts'],
          setupFiles: ['runner/test/each-with-own-engine.ts'],
          sequence: { groupOrder: 3 },
          ...serial,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['runner/test/browser/**/*.test.ts'],
          globalSetup: ['runner/test/browser/global-setup.ts'],
          sequence: { groupOrder: 4 },
          ...serial,
        },
      },
    ],
  },
});
