import { expect, test } from 'vitest';
import type { Observation } from '../../lab-images/probe/protocol.ts';
import type { Engine } from '../engine/engine.ts';
import { fakeContainer } from '../test/fakes/facts.ts';
import { Probe } from './probe.ts';

const counters = { tcpActiveOpens: 0, tcpPassiveOpens: 0, tcpAttemptFails: 0, udpOut: 0 };
const endpoint = { address: '10.0.0.2', port: 80 };
const snapshot = (at: number): Observation => ({
  kind: 'snapshot',
  at,
  sockets: [{ state: 'listen', local: endpoint, remote: endpoint }],
  counters,
});

/** An engine whose only helper says this and then ends. */
function saying(observations: readonly Observation[]): Engine {
  async function* lines() {
    for (const observation of observations) yield JSON.stringify(observation);
  }
  const helper = { id: 'x', lines: lines(), send: () => {}, [Symbol.asyncDispose]: async () => {} };
  return { startHelper: async () => helper } as unknown as Engine;
}

test('a probe that watches for hours keeps the sockets of the latest snapshots, and every observation its place', async () => {
  const many = Array.from({ length: 1_000 }, (_, at) => snapshot(at));
  const { signal } = new AbortController();
  await using probe = await Probe.open(saying(many), fakeContainer('server'), signal);
  await probe.until(() => !probe.alive, 5_000, signal).catch(() => {});
  expect(probe.snapshots.map(({ at }) => at)).toEqual(many.map(({ at }) => at));
  const whole = probe.snapshots.filter(({ sockets }) => sockets.length > 0);
  expect(whole).toHaveLength(240);
  expect(whole.at(-1)?.at).toBe(999);
});
