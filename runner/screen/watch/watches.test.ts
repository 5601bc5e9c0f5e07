import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { networkedContainers } from '../../../challenges/01-networked-containers/challenge.ts';
import { runEffects } from '../effects/run-effects.ts';
import type { ScreenEvent } from '../state.ts';
import { idleWorld } from '../test/world.ts';
import type { WatchSubscription } from './subscription.ts';
import { createWatcher, type Watch } from './watcher.ts';
import { createWatches } from './watches.ts';

const second: WatchSubscription = { to: 'watch', key: 'watch 2', watch: 2, challenge: networkedContainers, binds: {} };

/** A watch that tells that it has begun, and goes on until it is stopped. */
function stage() {
  const asked: string[] = [];
  const told: ScreenEvent[] = [];
  const watch: Watch = async function* (_challenge, { signal, recheck }) {
    for (const kind of ['recheck', 'disrupt']) recheck.addEventListener(kind, () => asked.push(kind));
    yield { kind: 'checking' };
    await new Promise<void>(resolve => signal.addEventListener('abort', () => resolve(), { once: true }));
  };
  const { signal } = new AbortController();
  const tell = (event: ScreenEvent) => told.push(event);
  const watches = createWatches(createWatcher(watch, signal), tell);
  return { asked, told, watches, effects: runEffects({ ...idleWorld, watches }, tell, signal) };
}

it('tells under its number what a watch tells, and asks it what the screen asks', async () => {
  const { asked, told, watches, effects } = stage();
  watches.follow(second, new AbortController().signal);
  await nextTurn();
  expect(told).toMatchObject([{ kind: 'live', watch: 2, event: { kind: 'checking' } }]);
  effects.run({ to: 'watch', kind: 'recheck', watch: 2 });
  effects.run({ to: 'watch', kind: 'disrupt', watch: 2 });
  expect(asked).toEqual(['recheck', 'disrupt']);
});

it('asks nothing of a watch that is over, or was never begun', async () => {
  const { asked, watches, effects } = stage();
  const ending = new AbortController();
  watches.follow(second, ending.signal);
  await nextTurn();
  ending.abort();
  effects.run({ to: 'watch', kind: 'recheck', watch: 2 });
  effects.run({ to: 'watch', kind: 'recheck', watch: 1 });
  expect(asked).toEqual([]);
});

it('tells that a check could not be asked for', async () => {
  const told: ScreenEvent[] = [];
  const fails = () => {
    throw new Error('a bug');
  };
  const { signal } = new AbortController();
  const effects = runEffects({ ...idleWorld, watches: { perform: fails } }, event => told.push(event), signal);
  effects.run({ to: 'watch', kind: 'recheck', watch: 2 });
  await nextTurn();
  expect(told).toMatchObject([{ kind: 'live', watch: 2, event: { kind: 'look-failed', message: 'a bug' } }]);
});
