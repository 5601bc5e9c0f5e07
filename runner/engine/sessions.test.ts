import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { deadSession } from '../test/fakes/dead-session.ts';
import type { Engine } from './engine.ts';
import { label } from './labels.ts';
import { type ProcessLook, thisSpace } from './process-identity.ts';
import { isDead, newSession, sweepDeadSessions } from './sessions.ts';

const here = { machine: 'm', boot: 'b', namespace: '42' };
const look = (alive: Readonly<Record<number, string>>): ProcessLook => ({
  isAlive: pid => pid in alive,
  startOf: pid => alive[pid] ?? '',
});

test('this process’s own session is alive, and one of a process that is gone is dead', () => {
  expect(isDead(newSession())).toBe(false);
  expect(isDead(deadSession())).toBe(true);
});

test('where the system says when a process started, one who got the id of another is not taken for it', () => {
  expect(isDead('m/b/42/7/100/r', here, look({ 7: '100' }))).toBe(false);
  expect(isDead('m/b/42/7/100/r', here, look({ 7: '200' }))).toBe(true);
  expect(isDead('m/b/42/7/100/r', here, look({ 7: '' }))).toBe(false);
  expect(isDead('m/b/42/7//r', here, look({ 7: '200' }))).toBe(false);
  expect(isDead('m/b/42/7/100/r', here, look({}))).toBe(true);
});

test.runIf(process.platform === 'linux')(
  'one that has ended is dead before its parent has taken note of it',
  async () => {
    // The inner process ends when the outer one has become another program, which never asks for it: a shell might have.
    const parent = spawn('sh', ['-c', 'sleep 0.3 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] });
    try {
      const [said] = await once(parent.stdout, 'data');
      const zombie = newSession().replace(`/${process.pid}/`, `/${String(said).trim()}/`);
      await expect.poll(() => isDead(zombie)).toBe(true);
      expect(process.kill(Number(said), 0)).toBe(true);
    } finally {
      parent.kill();
    }
  },
);

test('one of another PID namespace, or of another machine’s kernel, cannot be told from here', () => {
  const nobody = look({});
  expect(isDead('m/b/43/7/100/r', here, nobody)).toBe(false);
  expect(isDead('other/c/42/7/100/r', here, nobody)).toBe(false);
  expect(isDead('/c/42/7/100/r', { ...here, machine: '' }, nobody)).toBe(false);
  expect(isDead('m/b//7/100/r', { ...here, namespace: '' }, nobody)).toBe(false);
  expect(isDead('m//42/7/100/r', { ...here, boot: '' }, nobody)).toBe(false);
  const { namespace } = thisSpace();
  expect(isDead(deadSession().replace(`/${namespace}/`, '/1/'))).toBe(false);
});

test('what an earlier boot of this machine left is dead, whoever has the id now', () => {
  expect(isDead('m/earlier/43/7/100/r', here, look({ 7: '100' }))).toBe(true);
});

test('without names for boots, the machine and the id tell', () => {
  const mac = { machine: 'm', boot: 'any', namespace: 'any' };
  expect(isDead('m/any/any/7//r', mac, look({}))).toBe(true);
  expect(isDead('m/any/any/7//r', mac, look({ 7: '' }))).toBe(false);
  expect(isDead('other/any/any/7//r', mac, look({}))).toBe(false);
});

test.each(['', 'x', 'm/b/42/0/1/r', 'm/b/42/-1/1/r', 'm/b/42/1e9/1/r', 'm/b/42/ /1/r', 'm/b/42/7', 'host/7/abcd'])(
  '“%s” is no session that anything is known of',
  other => {
    expect(isDead(other, here, look({}))).toBe(false);
  },
);

test('only what dead sessions left is removed', async () => {
  const dead = deadSession();
  const removed: unknown[] = [];
  const engine: Pick<Engine, 'helperSessions' | 'removeLabelled'> = {
    helperSessions: async () => [newSession(), dead, 'elsewhere/b/1/1/1/abcd'],
    removeLabelled: async labels => {
      removed.push(labels);
      return [];
    },
  };
  await sweepDeadSessions(engine as Engine);
  expect(removed).toEqual([{ [label.session]: dead }]);
});
