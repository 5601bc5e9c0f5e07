import { hostname } from 'node:os';
import { expect, test } from 'vitest';
import type { Engine } from './engine.ts';
import { label } from './labels.ts';
import { isDead, newSession, sweepDeadSessions } from './sessions.ts';

/** Above what any Linux or macOS gives out (PID_MAX_LIMIT is 2^22). */
const noPid = 2 ** 22 + 1;

test('this process’s own session is alive, and one of a process that is gone is dead', () => {
  expect(isDead(newSession())).toBe(false);
  expect(isDead(`${hostname()}/${noPid}/abcd`)).toBe(true);
});

test('whether a process of another host is alive cannot be told from here', () => {
  expect(isDead(`other-${hostname()}/${noPid}/abcd`)).toBe(false);
});

test.each(['', 'x', '0/x', '-1/x', '1e9/x', ' /x'])('“%s” after the host’s name is no session of ours', rest => {
  expect(isDead(`${hostname()}/${rest}`, () => false)).toBe(false);
});

test('only what dead sessions left is removed', async () => {
  const dead = `${hostname()}/${noPid}/abcd`;
  const removed: unknown[] = [];
  const engine: Pick<Engine, 'helperSessions' | 'removeLabelled'> = {
    helperSessions: async () => [newSession(), dead, 'elsewhere/1/abcd'],
    removeLabelled: async labels => {
      removed.push(labels);
      return [];
    },
  };
  await sweepDeadSessions(engine as Engine);
  expect(removed).toEqual([{ [label.session]: dead }]);
});
