import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { catalogue } from '../../../../challenges/catalogue.ts';
import { mergeProgress } from '../../../progress/merge.ts';
import { noProgress, type Progress, progressOf } from '../../../progress/progress.ts';
import type { Kept } from '../../../progress/progress-store.ts';
import { createRuntime } from '../../runtime.ts';
import { home, noon } from '../../test/scene.ts';
import { idleWorld } from '../../test/world.ts';

const one = '01-networked-containers';

beforeEach(() => {
  vi.useFakeTimers({ now: noon });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A file of progress that takes a while to be written, and can be full. */
function stage() {
  let saved: Progress = noProgress;
  const writes: Progress[] = [];
  const file = { isFull: false, isBroken: false };
  const save = async (learned: Progress): Promise<Kept> => {
    await new Promise(resolve => setTimeout(resolve, 50));
    if (file.isBroken) throw new Error('a bug');
    writes.push(learned);
    const progress = mergeProgress(saved, learned);
    if (file.isFull) {
      const trouble = { kind: 'not-saved', file: '/x', reason: { kind: 'busy' } } as const;
      return { progress, troubles: [trouble], backup: undefined };
    }
    saved = progress;
    return { progress, troubles: [], backup: undefined };
  };
  const state = home('en', { columns: 80, rows: 24 }, catalogue);
  const { signal } = new AbortController();
  const world = { ...idleWorld, progress: { save } };
  const runtime = createRuntime({ state, world, terminal: world.terminal, ticks: false, signal });
  const { store } = runtime;
  runtime.start();
  const stop = async () => {
    const stopped = runtime.stop();
    await vi.advanceTimersByTimeAsync(200);
    await stopped;
  };
  const press = (intent: 'choose 1' | 'back' | 'hint' | 'language') => store.dispatch({ kind: 'key', intent });
  return { file, writes, store, stop, press, saved: () => progressOf(saved, one), language: () => saved.language };
}

it('saves at once what is to be saved at once, one save after the other', async () => {
  const { press, writes, saved, stop } = stage();
  press('choose 1');
  press('hint');
  await vi.advanceTimersByTimeAsync(50);
  expect(writes).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(50);
  expect(saved()).toMatchObject({ firstOpenedAt: new Date(noon).toISOString(), hints: { 'custom-network': 1 } });
  await stop();
});

it('saves the time spent now and then, and the rest when it stops', async () => {
  const { press, saved, stop } = stage();
  press('choose 1');
  await vi.advanceTimersByTimeAsync(65_000);
  expect(saved().spentMs).toBe(60_000);
  await stop();
  expect(saved().spentMs).toBe(65_000);
});

it('saves the time spent when a challenge is left, and looks at no clock on the list', async () => {
  const { press, saved, writes, stop } = stage();
  press('choose 1');
  await vi.advanceTimersByTimeAsync(10_000);
  press('back');
  await vi.advanceTimersByTimeAsync(100);
  expect(saved().spentMs).toBe(10_000);
  const { length } = writes;
  await vi.advanceTimersByTimeAsync(600_000);
  expect(writes).toHaveLength(length);
  await stop();
});

it('tries again what could not be saved, and says so meanwhile', async () => {
  const { press, file, saved, store, stop } = stage();
  file.isFull = true;
  press('choose 1');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(store.getState().progress.troubles).toHaveLength(1);
  expect(saved().firstOpenedAt).toBeUndefined();
  file.isFull = false;
  await vi.advanceTimersByTimeAsync(30_000);
  expect(store.getState().progress.troubles).toEqual([]);
  expect(saved()).toMatchObject({ firstOpenedAt: new Date(noon).toISOString(), spentMs: 30_000 });
  await stop();
});

it('saves the language that was chosen on the list', async () => {
  const { press, language, stop } = stage();
  press('language');
  await stop();
  expect(language()).toBe('pt-BR');
});

it('saves what was learned while a save was under way, also where that one fails when the screen is closed', async () => {
  const { press, file, saved, stop } = stage();
  press('choose 1');
  file.isFull = true;
  setTimeout(() => {
    file.isFull = false;
  }, 60);
  await stop();
  expect(saved().firstOpenedAt).toBe(new Date(noon).toISOString());
});

it('tells on the screen that a save was rejected, and tries again', async () => {
  const { press, file, saved, store, stop } = stage();
  file.isBroken = true;
  press('choose 1');
  await vi.advanceTimersByTimeAsync(100);
  expect(store.getState().progress.troubles).toMatchObject([{ kind: 'not-saved', reason: { message: 'a bug' } }]);
  file.isBroken = false;
  await vi.advanceTimersByTimeAsync(30_000);
  expect(store.getState().progress.troubles).toEqual([]);
  expect(saved()).toMatchObject({ firstOpenedAt: new Date(noon).toISOString(), spentMs: 30_000 });
  await stop();
});
