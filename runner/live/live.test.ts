import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { label } from '../engine/labels.ts';
import { fakeContainer } from '../test/fakes/facts.ts';
import { FakeLiveEngine } from '../test/fakes/live-engine.ts';
import { client, clientAlone, solution, watching } from '../test/fakes/watching.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

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
