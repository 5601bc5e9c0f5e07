import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { networkedContainers as challenge } from '../../../../challenges/01-networked-containers/challenge.ts';
import { runEffects } from '../../effects/run-effects.ts';
import type { ShellPort } from '../../ports.ts';
import type { ScreenEvent } from '../../state.ts';
import { idleWorld } from '../../test/world.ts';
import type { ShellEffect } from './effect.ts';
import type { ShellView } from './state.ts';

const of = { to: 'shell', challenge } as const;
const size = { columns: 80, rows: 8 };
const every: readonly ShellEffect[] = [
  { ...of, kind: 'open', size, language: 'en' },
  { ...of, kind: 'resize', size },
  { ...of, kind: 'write', keys: 'ls\r' },
  { ...of, kind: 'look' },
  { ...of, kind: 'type', command: 'docker ps' },
];

function stage(shell: Partial<ShellPort>) {
  const told: ScreenEvent[] = [];
  const world = { ...idleWorld, shell: { ...idleWorld.shell, ...shell } };
  return { told, ...runEffects(world, event => told.push(event), new AbortController().signal) };
}

it('has each done at once, and tells what the shell shows', () => {
  const tells: ((change: Partial<ShellView>) => void)[] = [];
  const open = vi.fn<ShellPort['open']>((_challenge, _size, _language, tell) => void tells.push(tell));
  const [resize, write, look] = [vi.fn(), vi.fn(), vi.fn()];
  const type = vi.fn<ShellPort['type']>(async () => {});
  const { run, told } = stage({ open, resize, write, look, type });
  for (const effect of every) run(effect);
  expect(open).toHaveBeenCalledWith(challenge, size, 'en', expect.any(Function));
  expect(resize).toHaveBeenCalledWith(challenge, size);
  expect(write).toHaveBeenCalledWith(challenge, 'ls\r');
  expect(look).toHaveBeenCalledWith(challenge);
  expect(type).toHaveBeenCalledWith(challenge, 'docker ps');
  tells[0]?.({ busy: true });
  expect(told).toEqual([{ kind: 'shell', event: { challenge: challenge.id, change: { busy: true } } }]);
});

it.each(every)('tells in the pane that it could not $kind', async effect => {
  const fails = () => {
    throw new Error('a bug');
  };
  const { run, told } = stage({ open: fails, resize: fails, write: fails, look: fails, type: fails });
  run(effect);
  await nextTurn();
  expect(told).toEqual([{ kind: 'shell', event: { challenge: challenge.id, change: { trouble: 'a bug' } } }]);
});

it('stops the shells, and waits for no command that is still to be typed', async () => {
  const stop = vi.fn(async () => {});
  const { run, ...effects } = stage({ type: () => new Promise(() => {}), stop });
  run({ ...of, kind: 'type', command: 'docker ps' });
  await effects.stop();
  expect(stop).toHaveBeenCalledOnce();
});
