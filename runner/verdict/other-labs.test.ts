import { expect, test } from 'vitest';
import { pairedMicroservices as challenge } from '../../challenges/04-paired-microservices/challenge.ts';
import type { Engine } from '../engine/engine.ts';
import { outageLockName } from '../probes/outage-lock.ts';
import { fakeContainer, fakeFacts } from '../test/fakes/facts.ts';
import { judgedIn } from '../test/fakes/judged-in.ts';
import { OtherLabs } from './other-labs.ts';

const { signal } = new AbortController();
const free = { container: async () => undefined } as unknown as Engine;
const happens = (action: string, name = outageLockName) => ({
  ...{ at: new Date().toISOString(), type: 'container', action, id: name, attributes: { name } },
});

test('an outage counts for what was begun before it was over, and for nothing later', async () => {
  const labs = new OtherLabs(free);
  const before = performance.now();
  labs.note(happens('create', 'server'));
  expect(await labs.haveDisturbedSince(before, signal)).toBe(false);
  labs.note(happens('create'));
  expect(await labs.haveDisturbedSince(performance.now(), signal)).toBe(true);
  labs.note(happens('destroy'));
  expect(await labs.haveDisturbedSince(before, signal)).toBe(true);
  expect(await labs.haveDisturbedSince(performance.now() + 1, signal)).toBe(false);
});

test('one whose end was missed is over when nobody has the lock', async () => {
  const labs = new OtherLabs(free);
  labs.note(happens('create'));
  await labs.over(performance.now(), signal);
  expect(await labs.haveDisturbedSince(performance.now() + 1, signal)).toBe(false);
});

test('our own is no other lab’s', async () => {
  const helper = { id: outageLockName, [Symbol.asyncDispose]: async () => {} };
  const engine = { ...free, startHelper: async () => helper } as unknown as Engine;
  const labs = new OtherLabs(engine);
  const since = performance.now();
  labs.note(happens('create'));
  const turn = await labs.takeTurn([], since, { until: since + 60_000, signal });
  expect(turn).toMatchObject({ isOurs: true, isLate: false });
  expect(await labs.haveDisturbedSince(since, signal)).toBe(false);
});

test('what does not hold while another lab disturbs is nobody’s failure', () => {
  const stopped = fakeContainer('provider', { state: 'exited' });
  const binding = {
    role: 'provider',
    name: 'provider',
    container: stopped.id,
    how: 'name',
    clues: [],
    candidates: [],
  } as const;
  const none = { http: {}, calls: {}, restarts: {}, logs: {}, faults: {}, unstable: [] };
  const evidence = { ...none, at: 0, facts: fakeFacts({ containers: [stopped] }), bindings: [binding] };
  const verdicts = (more: object) => judgedIn(challenge, { ...evidence, ...more }, 'en');
  expect(verdicts({}).map(({ verdict }) => verdict)).toContain('fail');
  const beside = verdicts({ othersDisturbed: true }).filter(({ verdict }) => verdict !== 'pass');
  expect(new Set(beside.map(({ verdict }) => verdict))).toEqual(new Set(['unknown']));
  expect(beside[0]?.observed).toContain('another lab');
});
