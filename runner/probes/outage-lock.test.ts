import { expect, test } from 'vitest';
import { type Engine, EngineError, type HelperSpec } from '../engine/engine.ts';
import type { ContainerFacts } from '../engine/facts.ts';
import { label } from '../engine/labels.ts';
import { fakeContainer } from '../test/fakes/facts.ts';
import { outageLockName, putOutageRight, takeOutageLock, wasStoppedUnder } from './outage-lock.ts';

const { signal } = new AbortController();

/** An engine of which a container's name is taken once it is there. */
function engineWith(...before: ContainerFacts[]) {
  const containers = new Map(before.map(container => [container.name, container]));
  const started: string[] = [];
  const engine = {
    startHelper: async ({ name = '', labels = {} }: HelperSpec) => {
      if (containers.has(name)) throw new EngineError('conflict', `${name} is taken`);
      containers.set(name, fakeContainer(name, { labels: { ...labels, [label.session]: 'elsewhere/1/0' } }));
      return { id: name, [Symbol.asyncDispose]: async () => void containers.delete(name) };
    },
    container: async (nameOrId: string) => [...containers.values()].find(it => [it.id, it.name].includes(nameOrId)),
    clock: async () => () => Date.now(),
    start: async (id: string) => void started.push(id),
    removeLabelled: async (labels: Readonly<Record<string, string>>) => {
      for (const [name, container] of containers)
        if (container.labels[label.session] === labels[label.session]) containers.delete(name);
      return [];
    },
  } as unknown as Engine;
  return { engine, started, containers };
}

const holder = (change: Partial<ContainerFacts>) => {
  const stopped = fakeContainer('provider').id;
  const labels = { [label.session]: 'elsewhere/1/0', [label.disturbed]: `${stopped},gone` };
  return fakeContainer(outageLockName, { labels, ...change });
};
const at = (second: number) => `2026-11-21T00:00:0${second}.000Z`;
const stoppedAt = (second: number) => fakeContainer('provider', { state: 'exited', finishedAt: at(second) });

test('one lab has it at a time; the next one is told that it waits, and gets it then', async () => {
  const { engine, containers } = engineWith();
  const first = await takeOutageLock(engine, ['a'], { signal, deadlineMs: 1_000 });
  expect(first?.waited).toBe(false);
  const waiting = Promise.withResolvers<void>();
  const taking = takeOutageLock(engine, ['b'], { signal, deadlineMs: 60_000, onWait: waiting.resolve });
  await waiting.promise;
  await first?.[Symbol.asyncDispose]();
  const second = await taking;
  expect(second?.waited).toBe(true);
  expect(containers.get(outageLockName)?.labels[label.disturbed]).toBe('b');
});

test('nobody gets it at the deadline, from another lab or from a container of that name', async () => {
  for (const { engine } of [engineWith(holder({})), engineWith(fakeContainer(outageLockName))])
    expect(await takeOutageLock(engine, [], { signal, deadlineMs: 1 })).toBeUndefined();
});

test('one that has ended, on whatever machine, has its outage put right, and the lock is free', async () => {
  const ended = holder({ state: 'exited', startedAt: at(1), finishedAt: at(5) });
  const { engine, started } = engineWith(ended, stoppedAt(3));
  expect(await takeOutageLock(engine, [], { signal, deadlineMs: 60_000 })).toBeDefined();
  expect(started).toEqual([stoppedAt(3).id]);
});

test.each([
  ['ended', holder({ state: 'exited', startedAt: at(1), finishedAt: at(5) }), false],
  ['about to end, of a dead process of this machine', holder({ startedAt: at(1), finishedAt: at(5) }), true],
])('what a lab has left whose helper is %s is put right', async (_, left, isDead) => {
  const { engine, started, containers } = engineWith(left, stoppedAt(3));
  await putOutageRight(engine, () => isDead, signal);
  expect(started).toEqual([stoppedAt(3).id]);
  expect([...containers.keys()]).toEqual(['provider']);
});

test('what a living lab does is its own', async () => {
  const { engine, started, containers } = engineWith(holder({ startedAt: at(1) }), stoppedAt(3));
  await putOutageRight(engine, () => false, signal);
  expect(started).toEqual([]);
  expect(containers.size).toBe(2);
});

test('only what stopped while it had the lock, or on its last word, is started again', () => {
  const ended = holder({ state: 'exited', startedAt: at(2), finishedAt: at(4) });
  expect([1, 3, 7, 9].map(second => wasStoppedUnder(ended, stoppedAt(second)))).toEqual([false, true, true, false]);
  expect(wasStoppedUnder(ended, fakeContainer('provider', { finishedAt: at(3) }))).toBe(false);
});
