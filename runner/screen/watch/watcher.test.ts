import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { networkedContainers } from '../../../challenges/01-networked-containers/challenge.ts';
import type { LiveEvent } from '../../live/live-event.ts';
import { createWatcher, type Watch } from './watcher.ts';

const forever = (signal: AbortSignal) =>
  new Promise<void>(resolve => signal.addEventListener('abort', () => resolve(), { once: true }));

it('passes on what the watch tells, until it is stopped, and waits for its clean-up', async () => {
  const heard: string[] = [];
  let cleanedUp = false;
  const watch: Watch = async function* (_challenge, { signal }) {
    try {
      yield { kind: 'checking' };
      await forever(signal);
      yield { kind: 'engine-back' };
    } finally {
      await nextTurn();
      cleanedUp = true;
    }
  };
  const watcher = createWatcher(watch, new AbortController().signal);
  const started = watcher.start(
    networkedContainers,
    {},
    {
      event: (event: LiveEvent) => heard.push(event.kind),
      ended: () => heard.push('ended'),
    },
  );
  await nextTurn();
  started.stop();
  await watcher.settled();
  expect(cleanedUp).toBe(true);
  expect(heard).toEqual(['checking']);
});

it('says why a watch ended by itself', async () => {
  // biome-ignore lint/correctness/useYield: it breaks before it has anything to tell.
  const watch: Watch = async function* () {
    throw new Error('the checker is broken');
  };
  const watcher = createWatcher(watch, new AbortController().signal);
  const endings: string[] = [];
  watcher.start(networkedContainers, {}, { event: () => {}, ended: message => endings.push(message) });
  await watcher.settled();
  expect(endings).toEqual(['the checker is broken']);
});

it('goes on after an event that the screen cannot take in, and says so', async () => {
  const watch: Watch = async function* () {
    yield { kind: 'checking' };
    yield { kind: 'engine-back' };
  };
  const heard: unknown[] = [];
  const watcher = createWatcher(watch, new AbortController().signal);
  const event = (event: LiveEvent) => {
    if (event.kind === 'checking') throw new TypeError('a bug');
    heard.push(event.kind === 'look-failed' ? event.message : event.kind);
  };
  watcher.start(networkedContainers, {}, { event, ended: message => heard.push(`ended: ${message}`) });
  await watcher.settled();
  expect(heard).toEqual(['a bug', 'engine-back', 'ended: ']);
});

it('stops every watch with its own signal, and asks for checks', async () => {
  const all = new AbortController();
  let asked = 0;
  const watch: Watch = async function* (_challenge, { signal, recheck }) {
    recheck.addEventListener('recheck', () => {
      asked += 1;
    });
    yield { kind: 'checking' };
    await forever(signal);
  };
  const watcher = createWatcher(watch, all.signal);
  const endings: string[] = [];
  const started = watcher.start(
    networkedContainers,
    {},
    {
      event: () => {},
      ended: message => endings.push(message),
    },
  );
  await nextTurn();
  started.recheck();
  all.abort();
  await watcher.settled();
  expect(asked).toBe(1);
  expect(endings).toEqual([]);
});
