import { expect, test } from 'vitest';
import { networkedContainers } from '../../../challenges/01-networked-containers/challenge.ts';
import type { Challenge, Objective } from '../../challenge/definition.ts';
import type { LogLine } from '../../engine/facts.ts';
import type { Call, CallEvidence } from '../../probes/calls.ts';
import { fakeAttachment, fakeContainer, fakeFacts, fakeNetwork } from '../../test/fakes/facts.ts';
import { judgedIn } from '../../test/fakes/judged-in.ts';
import type { Evidence } from '../evidence.ts';

const began = Date.parse('2026-11-30T12:00:00Z');
const second = 1_000;
const addresses: Readonly<Record<string, string>> = {
  store: '10.0.0.2',
  archive: '10.0.0.3',
  reader: '10.0.0.4',
  writer: '10.0.0.5',
};

const [server, client] = networkedContainers.roles as [Challenge['roles'][0], Challenge['roles'][0]];
const role = (id: string, calls: readonly string[]) => ({
  ...(calls.length > 0 ? client : server),
  ...{ id, suggested: id, words: [id], calls, title: { en: `the ${id}`, 'pt-BR': `o ${id}` } },
});
const [periodic] = networkedContainers.objectives.filter(({ check }) => check.kind === 'periodic-requests') as [
  Objective,
];

/** A challenge with a pair for each of these, as `[from, to]`. */
function challengeOf(pairs: readonly (readonly [string, string])[]): Challenge {
  const ids = [...new Set(pairs.flat())];
  const callsOf = (id: string) => pairs.filter(([from]) => from === id).map(([, to]) => to);
  const objectives = pairs.map(([from, to]) => ({
    ...periodic,
    ...{ id: `${from}>${to}`, needs: [], check: { kind: 'periodic-requests' as const, from, to } },
  }));
  return { ...networkedContainers, roles: ids.map(id => role(id, callsOf(id))), objectives };
}

const call = (to: string, at: number, port: number): Call => ({
  ...{ at: began + at * second, route: 'direct', to: { address: addresses[to] ?? '', port: 80 }, port },
  sign: 'connection',
});

/** Watched for so many seconds from when all began; called at these. */
function watched(to: string, seconds: number, at: readonly number[], change: Partial<CallEvidence> = {}): CallEvidence {
  const calls = at.map((when, index) => call(to, when, 40_000 + index + to.length * 100));
  return {
    ...{
      calls,
      refused: [],
      elsewhere: [],
      questions: [],
      hosts: [],
      connectionsOpened: calls.length,
      datagramsSent: 0,
    },
    ...{ open: 0, watchedMs: seconds * second, since: began, captured: true, ...change },
  };
}

function verdicts(
  pairs: readonly (readonly [string, string])[],
  calls: Evidence['calls'],
  { runsFor = 30, logs = {} as Record<string, LogLine[]> } = {},
) {
  const challenge = challengeOf(pairs);
  const startedAt = new Date(began - runsFor * second).toISOString();
  const containers = challenge.roles.map(({ id }) =>
    fakeContainer(id, { networks: [fakeAttachment('net', addresses[id] ?? '')], startedAt }),
  );
  const bindings = containers.map(({ id, name }) => ({
    ...{ role: name, container: id, name, how: 'name' as const, clues: [], candidates: [] },
  }));
  const end = Math.max(...Object.values(calls).map(({ watchedMs }) => watchedMs));
  const evidence: Evidence = {
    ...{ at: began + end, facts: fakeFacts({ containers, networks: [fakeNetwork('net')] }), bindings, unstable: [] },
    ...{ http: {}, calls, restarts: {}, logs, logsReadAt: began, faults: {} },
  };
  return judgedIn(challenge, evidence, 'en');
}

const verdictsOf = (...args: Parameters<typeof verdicts>) => verdicts(...args).map(({ verdict }) => verdict);

test('two that call one are each judged by the time for which they were watched themselves', () => {
  const pairs = [
    ['reader', 'store'],
    ['writer', 'store'],
  ] as const;
  const reader = watched('store', 2.2, [0.5, 1.2, 2.1]);
  expect(verdictsOf(pairs, { 'reader>store': reader, 'writer>store': watched('store', 11, [2, 10.5]) })).toEqual([
    'pass',
    'pass',
  ]);
  // It has stopped, whoever else is watched for however long.
  const stopped = watched('store', 12, [0.5, 1.2, 2.1]);
  expect(verdictsOf(pairs, { 'reader>store': stopped, 'writer>store': watched('store', 3, [1, 2.5]) })).toEqual([
    'fail',
    'pass',
  ]);
});

test('one that calls two is judged for each of them', () => {
  const pairs = [
    ['reader', 'store'],
    ['reader', 'archive'],
  ] as const;
  const often = watched('store', 2, [0.5, 1.2, 1.9]);
  expect(verdictsOf(pairs, { 'reader>store': often, 'reader>archive': watched('archive', 12, [3, 11.5]) })).toEqual([
    'pass',
    'pass',
  ]);
});

test('what it does to one is no sign of calls to the other', () => {
  const pairs = [
    ['reader', 'store'],
    ['reader', 'archive'],
  ] as const;
  const elsewhere = [{ address: addresses.store ?? '', port: 80 }];
  const log = Array.from({ length: 20 }, (_, index) => index).map(index => ({
    ...{
      at: new Date(began - (20 - index) * 2 * second).toISOString(),
      stream: 'stdout' as const,
      text: `call ${index}`,
    },
  }));
  const often = watched('store', 12, [1, 3, 5, 7, 9, 11], { connectionsOpened: 6 });
  const never = watched('archive', 12, [], { connectionsOpened: 6, elsewhere });
  const calls = { 'reader>store': often, 'reader>archive': never };
  const [, young] = verdicts(pairs, calls, { logs: { reader: log } });
  expect(young).toMatchObject({ verdict: 'fail' });
  expect(young?.observed).not.toContain('10.0.0.2');
  // After some minutes nobody knows where its first connections went.
  const older = { ...calls, 'reader>archive': { ...never, connectionsOpened: 300 } };
  const [, old] = verdicts(pairs, older, { logs: { reader: log }, runsFor: 600 });
  expect(old).toMatchObject({ verdict: 'unknown' });
  expect(old?.observed).toContain('`archive`');
});

test('what is expected speaks of the roles by their titles', () => {
  const [only] = verdicts([['writer', 'store']], { 'writer>store': watched('store', 12, []) });
  expect(only?.expected).toMatch(/^The writer calls the store again/);
  expect(only?.observed).not.toMatch(/client|server/);
});
