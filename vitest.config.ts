import { defineConfig } from 'vitest/config';

/** Projects that use the real engine run one file at a time: they all look at the same containers. */
const serial = { fileParallelism: false, testTimeout: 120_000, hookTimeout: 600_000 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['runner/**/*.test.ts', 'runner/**/*.test.tsx', 'challenges/*.test.ts', 'lab-images/**/*.test.ts'],
          exclude: ['runner/test/**'],
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
          name: 'pty',
          include: ['runner/test/pty/**/*.test.ts'],
          globalSetup: ['runner/test/docker/global-setup.ts'],
          sequence: { groupOrder: 2 },
          ...serial,
        },
      },
    ],
  },
});
