import { expect, test } from 'vitest';
import type { Observation } from '../../lab-images/probe/protocol.ts';
import type { Engine } from '../engine/engine.ts';
import { fakeContainer, fakeFacts } from '../test/fakes/facts.ts';
import { Probe } from './probe.ts';
import { watchCalls } from './watch-calls.ts';

const { signal } = new AbortController();
const counters = { tcpActiveOpens: 1, tcpPassiveOpens: 0, tcpAttemptFails: 0, udpOut: 0 };

/** An engine whose probe tells by a clock of its own what it has seen, and answers each question with a look. */
function engineWith(clock: () => number, seen: readonly Observation[]): Engine {
  const said: string[] = [];
  let wake = Promise.withResolvers<void>();
  const say = (observation: object) => {
    said.push(JSON.stringify(observation));
    wake.resolve();
  };
  async function* lines() {
    for (;;) {
      const next = said.shift();
      if (next !== undefined) yield next;
      else {
        await wake.promise;
        wake = Promise.withResolvers();
      }
    }
  }
  for (const observation of seen) say(observation);
  const helper = {
    id: 'x',
    lines: lines(),
    send: (line: string) => say({ kind: 'snapshot', at: clock(), sockets: [], counters, id: JSON.parse(line).id }),
    [Symbol.asyncDispose]: async () => {},
  };
  return { startHelper: async () => helper } as unknown as Engine;
}

test.each([
  ['an hour ahead of', 3_600_000],
  ['an hour behind', -3_600_000],
])("what a probe has seen is as old as the engine's clock says, where that is %s ours", async (_, aheadMs) => {
  const clock = () => Date.now() + aheadMs;
  const [caller, callee] = [fakeContainer('client'), fakeContainer('server')];
  const seen: Observation[] = [
    { kind: 'ready', at: clock() - 3_000, capture: true },
    { kind: 'snapshot', at: clock() - 3_000, sockets: [], counters },
    { kind: 'dns', at: clock() - 2_000, name: 'server', code: 0, addresses: ['10.0.0.2'] } as Observation,
    { kind: 'dns', at: clock() - 700_000, name: 'long-ago', code: 3, addresses: [] } as Observation,
  ];
  await using probe = await Probe.open(engineWith(clock, seen), caller, signal);
  const settled = () => true;
  const pair = { caller, callee, facts: fakeFacts({ containers: [caller, callee] }) };
  const probes = { caller: probe, callee: undefined };
  const evidence = await watchCalls(pair, probes, { settled, clock, deadlineMs: 0 }, signal);
  expect(evidence.questions.map(({ name }) => name)).toEqual(['server']);
});
