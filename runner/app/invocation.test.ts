import { expect, test } from 'vitest';
import { asTyped, invocationOf } from './invocation.ts';

test.each([
  [{}, 'lab'],
  [{ npm_command: 'exec' }, 'npx lab'],
  [{ npm_command: 'run-script', npm_lifecycle_event: 'lab' }, 'npm run lab --'],
  [{ npm_command: 'start', npm_lifecycle_event: 'start' }, 'npm run lab --'],
  [{ npm_command: 'test', npm_lifecycle_event: 'test' }, 'lab'],
])('%o was started as %s', (env, invocation) => {
  expect(invocationOf(env)).toBe(invocation);
});

test('only commands of the lab are rewritten', () => {
  expect(asTyped('lab doctor', 'npx lab')).toBe('npx lab doctor');
  expect(asTyped('Run `lab engine start`, then lab verify 1.', 'npx lab')).toBe(
    'Run `npx lab engine start`, then npx lab verify 1.',
  );
  expect(asTyped('`lab progress` and `lab progress import -`', 'npx lab')).toBe(
    '`npx lab progress` and `npx lab progress import -`',
  );
  expect(asTyped('of the lab progress is made', 'npx lab')).toBe('of the lab progress is made');
  expect(asTyped('the lab images are not there; docker run lab/node:26', 'npx lab')).toBe(
    'the lab images are not there; docker run lab/node:26',
  );
});
