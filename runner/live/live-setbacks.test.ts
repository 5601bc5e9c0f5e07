import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EngineError } from '../engine/engine.ts';
import { FakeLiveEngine } from '../test/fakes/live-engine.ts';
import { client, clientAlone, solution, watching } from '../test/fakes/watching.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

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
