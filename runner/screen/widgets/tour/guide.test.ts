import { afterEach, expect, it, vi } from 'vitest';
import { runEffects } from '../../effects/run-effects.ts';
import type { TourPort } from '../../ports.ts';
import { reduce } from '../../reducer.ts';
import type { ScreenEvent, State } from '../../state.ts';
import { createStore, type Store } from '../../store.ts';
import { report, reportOf } from '../../test/scene.ts';
import { clearGround, tourAsked, tourOf } from '../../test/tour-scene.ts';
import { idleWorld } from '../../test/world.ts';
import type { TourEnd } from './state.ts';

const size = { columns: 100, rows: 30 };

/** A world in which each run ends when the test says so. */
function scripted(change: Partial<TourPort> = {}) {
  const runs: { command: string; signal: AbortSignal; say(text: string): void; end(end: TourEnd): void }[] = [];
  const port: TourPort = {
    look: async () => clearGround,
    run: (_challenge, command, { signal, output }) => {
      const { promise, resolve } = Promise.withResolvers<TourEnd>();
      signal.addEventListener('abort', () => resolve({ exitCode: undefined }));
      runs.push({ command, signal, say: output, end: resolve });
      return promise;
    },
    remove: async () => [{ kind: 'network', name: 'app-net' }],
    ...change,
  };
  return { port, runs };
}

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

function guided(world: ReturnType<typeof scripted>, start: State = tourAsked('en', size)) {
  const stopping = new AbortController();
  const store: Store<State, ScreenEvent> = createStore(reduce, start, effect => guide.run(effect));
  const ports = { ...idleWorld, tour: world.port };
  const guide = runEffects(ports, store.dispatch, stopping.signal);
  stops.push(guide.stop);
  const key = (intent: 'open' | 'remove' | 'back' | 'solution' | 'right') => store.dispatch({ kind: 'key', intent });
  const tour = () => tourOf(store.getState());
  // The page is opened once more, so that it asks anew.
  key('back');
  key('solution');
  return { store, guide, key, tour, stopping };
}

it('looks, runs a step, passes on what it says, and tells how it ended', async () => {
  const world = scripted();
  const { key, tour } = guided(world);
  await vi.waitFor(() => expect(tour().ground.kind).toBe('clear'), { timeout: 20_000 });
  key('open');
  expect(world.runs[0]?.command).toBe('docker network create app-net');
  expect(tour().steps[0]?.since).toBeGreaterThan(0);
  world.runs[0]?.say('f00d');
  world.runs[0]?.say('beef\n');
  await vi.waitFor(() => expect(tour().steps[0]?.output.lines).toEqual(['f00dbeef']), { timeout: 20_000 });
  world.runs[0]?.say('the end');
  world.runs[0]?.end({ exitCode: 0, made: { kind: 'network', name: 'app-net' } });
  await vi.waitFor(() => expect(tour().steps[0]?.outcome).toBe('done'), { timeout: 20_000 });
  expect(tour().steps[0]?.output.open).toBe('the end');
});

it('ends a step when asked, and goes on with it while the page is closed', async () => {
  const world = scripted();
  const { key, tour, store } = guided(world);
  await vi.waitFor(() => expect(tour().ground.kind).toBe('clear'), { timeout: 20_000 });
  key('open');
  key('back');
  store.dispatch({
    kind: 'live',
    watch: store.getState().attempt?.watch ?? 0,
    event: report(reportOf({})),
    at: 0,
  });
  expect(world.runs[0]?.signal.aborted).toBe(false);
  key('solution');
  key('remove');
  await vi.waitFor(() => expect(tour().steps[0]).toMatchObject({ outcome: 'failed', exitCode: undefined }), {
    timeout: 20_000,
  });
  expect(world.runs).toHaveLength(1);
});

it('removes, and says what it has removed', async () => {
  const { key, tour } = guided(scripted());
  await vi.waitFor(() => expect(tour().ground.kind).toBe('clear'), { timeout: 20_000 });
  key('remove');
  await vi.waitFor(() => expect(tour().removed).toEqual([{ kind: 'network', name: 'app-net' }]), { timeout: 20_000 });
});

it('says why it could not look', async () => {
  const { tour } = guided(scripted({ look: () => Promise.reject(new Error('the engine does not answer')) }));
  await vi.waitFor(() => expect(tour().ground).toEqual({ kind: 'failed', message: 'the engine does not answer' }), {
    timeout: 20_000,
  });
});

it('says of a step why it could not be run', async () => {
  const { key, tour } = guided(scripted({ run: () => Promise.reject(new Error('a bug')) }));
  await vi.waitFor(() => expect(tour().ground.kind).toBe('clear'), { timeout: 20_000 });
  key('open');
  await vi.waitFor(() => expect(tour().steps[0]).toMatchObject({ outcome: 'failed', message: 'a bug' }), {
    timeout: 20_000,
  });
  expect(tour().ground.kind).toBe('clear');
});

it('ends what runs when the screen is closed, waits for it, and tells nothing any more', async () => {
  const world = scripted();
  const { key, tour, guide } = guided(world);
  await vi.waitFor(() => expect(tour().ground.kind).toBe('clear'), { timeout: 20_000 });
  key('open');
  await guide.stop();
  expect(world.runs[0]?.signal.aborted).toBe(true);
  expect(tour().steps[0]?.outcome).toBe('running');
});
