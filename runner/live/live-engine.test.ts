import { expect, test } from 'vitest';
import { EngineError } from '../engine/engine.ts';
import { fakeFacts } from '../test/fakes/facts.ts';
import { FakeLiveEngine } from '../test/fakes/live-engine.ts';
import { FreshFacts } from './fresh-facts.ts';
import { LiveEngine } from './live-engine.ts';

const { signal } = new AbortController();

function make() {
  const fake = new FakeLiveEngine(fakeFacts());
  const noted: string[] = [];
  const done: string[] = [];
  const engine = {
    ...fake.engine,
    stop: async (id: string) => void done.push(`stop ${id}`),
    restart: async (id: string) => void done.push(`restart ${id}`),
  };
  const journal = {
    note: async (_: unknown, id: string) => {
      noted.push(id);
      return async () => {};
    },
  };
  const connected = { engine, source: 'test', journal };
  return { fake, noted, done, live: new LiveEngine(connected, new FreshFacts(engine, signal, () => {})) };
}

test('what was said already is not asked for again', async () => {
  const { fake, live } = make();
  const { engine } = live.connected;
  for (let round = 0; round < 3; round++) {
    await engine.version({ signal });
    await engine.image('lab/probe:latest', { signal });
    await engine.facts({ signal });
  }
  expect(fake.calls.toSorted()).toEqual(['facts', 'image', 'version']);
});

test('an image may have changed after an event of it, and all may after a call that failed', async () => {
  const { fake, live } = make();
  const { engine } = live.connected;
  await engine.image('lab/probe:latest', { signal });
  await engine.version({ signal });
  live.forgetImages();
  await engine.image('lab/probe:latest', { signal });
  await expect(engine.startHelper({} as never)).rejects.toThrow(EngineError);
  await engine.version({ signal });
  expect(fake.count('image')).toBe(2);
  expect(fake.count('version')).toBe(2);
});

test('whoever is about to be disturbed is told of first, and everything else is looked at as it is', async () => {
  const { fake, live, noted, done } = make();
  const told: string[] = [];
  const { engine, journal } = live.disturbing(id => told.push(id));
  await journal.note(engine, 'a');
  await engine.stop('b', { signal });
  await engine.restart('c', { signal });
  expect(told).toEqual(['a', 'b', 'c']);
  expect([noted, done]).toEqual([['a'], ['stop b', 'restart c']]);
  await engine.facts({ signal });
  await engine.facts({ signal });
  expect(fake.count('facts')).toBe(2);
});
