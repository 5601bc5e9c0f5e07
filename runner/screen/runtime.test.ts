import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, expect, it, vi } from 'vitest';
import type { World } from './ports.ts';
import { createRuntime } from './runtime.ts';
import { home } from './test/scene.ts';
import { idleWorld } from './test/world.ts';

afterEach(() => {
  vi.useRealTimers();
});

function stage(change: Partial<World> = {}, ticks = true) {
  const state = home('en', { columns: 80, rows: 24 });
  const world: World = { ...idleWorld, ...change };
  const { signal } = new AbortController();
  return createRuntime({ state, world, terminal: idleWorld.terminal, ticks, signal });
}

it('looks for an engine once when it starts, and not before', () => {
  const look = vi.fn(async () => {});
  const { start } = stage({ engine: { ...idleWorld.engine, look } });
  expect(look).not.toHaveBeenCalled();
  start();
  expect(look).toHaveBeenCalledOnce();
});

it.each([true, false])('lets time pass on the screen: %s', ticks => {
  vi.useFakeTimers();
  const { start, store, close } = stage({}, ticks);
  start();
  store.dispatch({ kind: 'key', intent: 'open' });
  vi.advanceTimersByTime(1_000);
  expect(store.getState().frame > 0).toBe(ticks);
  const { frame } = store.getState();
  close();
  vi.advanceTimersByTime(1_000);
  expect(store.getState().frame).toBe(frame);
});

it('ends everything that runs when it stops, also where a port fails at that, and says so', async () => {
  let isCleanedUp = false;
  const watch: World['watch'] = async function* (...given) {
    yield* idleWorld.watch(...given);
    await nextTurn();
    isCleanedUp = true;
  };
  const save = vi.fn(idleWorld.progress.save);
  const stop = () => Promise.reject(new Error('a bug'));
  const runtime = stage({ watch, progress: { save }, shell: { ...idleWorld.shell, stop } });
  runtime.start();
  runtime.store.dispatch({ kind: 'key', intent: 'open' });
  await nextTurn();
  save.mockClear();
  runtime.store.dispatch({ kind: 'key', intent: 'hint' });
  await expect(runtime.stop()).rejects.toThrow('a bug');
  expect(isCleanedUp).toBe(true);
  expect(save).toHaveBeenCalled();
});
