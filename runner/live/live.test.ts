import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { networkedContainers as challenge } from '../../challenges/01-networked-containers/challenge.ts';
import { EngineError } from '../engine/engine.ts';
import { label } from '../engine/labels.ts';
import { fakeContainer } from '../test/fakes/facts.ts';
import { noJournal } from '../test/fakes/journal.ts';
import { FakeLiveEngine } from '../test/fakes/live-engine.ts';
import { recordedEvidence } from '../test/fakes/recorded-evidence.ts';
import { watchChallenge } from './live.ts';
import type { LiveEvent } from './live-event.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const { facts: solution } = recordedEvidence('solution');
const client = solution.containers.find(({ name }) => name === 'client') ?? fakeContainer('client');

/** A watch of challenge 1, and all that it has told. */
function watching(fake = new FakeLiveEngine(solution)) {
  const stop = new AbortController();
  const recheck = new EventTarget();
  const told: LiveEvent[] = [];
  const connected = { engine: fake.engine, source: 'test', journal: noJournal };
  const options = { language: 'en', binds: {}, signal: stop.signal, recheck } as const;
  const ended = (async () => {
    for await (const event of watchChallenge(challenge, connected, options)) told.push(event);
  })();
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  return {
    fake,
    told,
    stop,
    recheck,
    pass,
    kinds: () => told.map(event => (event.kind === 'report' && !event.complete ? 'quick report' : event.kind)),
    /** Forgets what was told. */
    forget: () => told.splice(0),
    verdict: (id: string) => {
      const event = told.findLast(({ kind }) => kind === 'report');
      if (event?.kind !== 'report') return undefined;
      return event.pending.includes(id) ? 'pending' : event.report.objectives.find(it => it.id === id)?.verdict;
    },
    async end() {
      stop.abort();
      await pass(0);
      await ended;
    },
  };
}

const clientAlone = () => ({
  ...solution,
  containers: solution.containers.map(container =>
    container.name === 'client' ? { ...client, networks: [] } : container,
  ),
});

test('tells what is there, then the verdicts', async () => {
  const watch = watching();
  await watch.pass(10);
  expect(watch.kinds()).toEqual(['facts', 'checking', 'report']);
  expect(watch.verdict('custom-network')).toBe('pass');
  await watch.end();
});

test.each([3_600_000, -3_600_000])("tells how far ahead the engine's clock is: %i ms", async aheadMs => {
  const fake = new FakeLiveEngine(solution);
  fake.aheadMs = aheadMs;
  const watch = watching(fake);
  await watch.pass(10);
  expect(watch.told.find(({ kind }) => kind === 'facts')).toMatchObject({ aheadMs });
  await watch.end();
});

test('after an event tells at once what inspection can, and then all of it', async () => {
  const watch = watching();
  await watch.pass(10);
  watch.forget();
  watch.fake.facts = clientAlone();
  watch.fake.happen('network', 'disconnect', 'n', { container: client.id, name: 'app-net' });
  await watch.pass(0);
  expect(watch.kinds()).toEqual(['change', 'facts', 'quick report']);
  expect(watch.verdict('custom-network')).toBe('fail');
  expect(watch.verdict('server-answers')).toBe('pending');
  await watch.pass(100);
  expect(watch.kinds().slice(3)).toEqual(['checking', 'report']);
  expect(watch.verdict('custom-network')).toBe('fail');
  await watch.end();
});

test('looks again only at what an event tells of', async () => {
  const watch = watching();
  await watch.pass(10);
  watch.fake.calls.splice(0);
  watch.fake.happen('container', 'start', client.id, { name: 'client' });
  await watch.pass(0);
  expect(watch.fake.calls).toContain('refresh 1');
  expect(watch.fake.count('facts')).toBe(0);
  await watch.end();
});

test('an event of somebody who has nothing to do with it is told, and nothing is checked', async () => {
  const stranger = fakeContainer('stranger');
  const watch = watching(new FakeLiveEngine({ ...solution, containers: [stranger, ...solution.containers] }));
  await watch.pass(2_000);
  watch.forget();
  watch.fake.facts = solution;
  watch.fake.happen('container', 'destroy', stranger.id, { name: 'stranger' });
  await watch.pass(100);
  expect(watch.kinds()).toEqual(['change', 'facts']);
  await watch.end();
});

test('what the lab’s own helpers do is no change, and they are no facts', async () => {
  const helper = { ...fakeContainer('helper'), labels: { [label.session]: 'x' } };
  const watch = watching(new FakeLiveEngine({ ...solution, containers: [helper, ...solution.containers] }));
  await watch.pass(10);
  const [event] = watch.told;
  expect(event?.kind === 'facts' && event.facts.containers.map(({ name }) => name)).toEqual(['client', 'server']);
  watch.forget();
  watch.fake.happen('container', 'start', helper.id, { [label.session]: 'x' });
  watch.fake.happen('volume', 'create', 'estaleiro-scratch-1');
  watch.fake.happen('network', 'connect', 'n', { container: helper.id, name: 'none' });
  await watch.pass(100);
  expect(watch.kinds()).toEqual([]);
  await watch.end();
});

test('a check that is overtaken by an event begins anew', async () => {
  const watch = watching();
  await watch.pass(10);
  let isHeld = true;
  watch.fake.beforeLogs = () => (isHeld ? new Promise(() => {}) : Promise.resolve());
  watch.recheck.dispatchEvent(new Event('recheck'));
  await watch.pass(100);
  watch.forget();
  isHeld = false;
  watch.fake.facts = clientAlone();
  watch.fake.happen('network', 'disconnect', 'n', { container: client.id, name: 'app-net' });
  await watch.pass(500);
  expect(watch.kinds()).toEqual(['change', 'facts', 'quick report', 'checking', 'report', 'report']);
  expect(watch.verdict('custom-network')).toBe('fail');
  await watch.end();
});

test('while nothing happens checks become rare, and are not announced', async () => {
  const watch = watching();
  await watch.pass(60_000);
  watch.forget();
  await watch.pass(60_000);
  expect(watch.kinds()).toEqual(['report', 'report', 'report', 'report', 'report', 'report']);
  await watch.end();
});

test('an event that was missed is found out by looking at everything now and then', async () => {
  const watch = watching();
  await watch.pass(60_000);
  watch.fake.facts = clientAlone();
  await watch.pass(41_000);
  expect(watch.verdict('custom-network')).toBe('fail');
  await watch.end();
});

test('says that the engine has gone, and goes on when it is back', async () => {
  const watch = watching();
  await watch.pass(10);
  watch.forget();
  watch.fake.go();
  await watch.pass(5_000);
  expect(watch.kinds()).toEqual(['engine-lost']);
  watch.fake.isGone = false;
  watch.fake.facts = clientAlone();
  await watch.pass(1_500);
  expect(watch.kinds().slice(0, 4)).toEqual(['engine-lost', 'engine-back', 'facts', 'checking']);
  expect(watch.verdict('custom-network')).toBe('fail');
  await watch.end();
});

test.each([
  ['containers that are pruned', 'container', 'prune'],
  ['caches of builds that are pruned', 'builder', 'prune'],
  ['a container without an id', 'container', 'die'],
  ['a plugin', 'plugin', 'enable'],
  ['a kind that nobody knows', 'toString', 'constructor'],
  ['what could not be read', '', ''],
])('goes on after an event of %s, and never looks for what has no id', async (_, type, action) => {
  const watch = watching();
  await watch.pass(2_000);
  watch.fake.calls.splice(0);
  watch.forget();
  watch.fake.happen(type, action, '');
  await watch.pass(100);
  expect(watch.fake.calls.filter(call => call.startsWith('refresh'))).toEqual([]);
  watch.fake.facts = clientAlone();
  watch.fake.happen('network', 'disconnect', 'n', { container: client.id, name: 'app-net' });
  await watch.pass(100);
  expect(watch.verdict('custom-network')).toBe('fail');
  expect(watch.kinds().filter(kind => kind.startsWith('engine') || kind === 'look-failed')).toEqual([]);
  await watch.end();
});

test.each([
  ['a fault of the lab', new TypeError('cannot read what is not there')],
  ['an engine that cannot tell', new EngineError('other', 'disk full')],
])('tells of a look that fails, and tries again ever less often: %s', async (_, fault) => {
  const watch = watching();
  await watch.pass(10);
  watch.forget();
  watch.fake.fault = fault;
  watch.fake.happen('container', 'prune', '');
  await watch.pass(10);
  expect(watch.told.at(-1)).toEqual({ kind: 'look-failed', message: fault.message });
  const failed = () => watch.kinds().filter(kind => kind === 'look-failed').length;
  for (const waitMs of [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]) {
    const before = failed();
    await watch.pass(waitMs - 100);
    expect(failed(), `before ${waitMs} ms`).toBe(before);
    await watch.pass(100);
    expect(failed(), `after ${waitMs} ms`).toBe(before + 1);
  }
  expect(watch.kinds().filter(kind => kind.startsWith('engine'))).toEqual([]);
  watch.fake.fault = undefined;
  watch.forget();
  watch.recheck.dispatchEvent(new Event('recheck'));
  await watch.pass(100);
  expect(watch.kinds()).toContain('report');
  watch.fake.fault = fault;
  watch.fake.happen('container', 'prune', '');
  await watch.pass(1_100);
  expect(failed(), 'soon again, once one has succeeded').toBe(2);
  await watch.end();
});

test('ends at once with its signal while it waits for the next try', async () => {
  const fake = new FakeLiveEngine(solution);
  fake.fault = new TypeError('broken');
  const watch = watching(fake);
  await watch.pass(20_000);
  await watch.end();
  expect(watch.kinds().every(kind => kind === 'look-failed')).toBe(true);
});

test('ends with its signal, and leaves no listener on it however much has happened', async () => {
  const watch = watching();
  await watch.pass(10);
  for (let index = 0; index < 300; index++) {
    watch.fake.happen('container', index % 2 === 0 ? 'pause' : 'unpause', client.id, { name: 'client' });
    await watch.pass(200);
  }
  await watch.pass(5_000);
  expect(getEventListeners(watch.stop.signal, 'abort').length).toBeLessThan(5);
  await watch.end();
  expect(watch.kinds().at(-1)).not.toBe('engine-lost');
});
