import { describe, expect, test } from 'vitest';
import type { Observation, Socket } from '../../lab-images/probe/protocol.ts';
import { fakeAttachment, fakeContainer, fakeFacts } from '../test/fakes/facts.ts';
import { readCalls } from './calls.ts';

const server = fakeContainer('server', {
  networks: [{ ...fakeAttachment('a', '10.0.0.2'), address6: 'fd00::2' }],
  ports: [{ container: 8080, protocol: 'tcp', host: [{ address: '0.0.0.0', port: 18080 }] }],
});
const client = fakeContainer('client', {
  networks: [{ ...fakeAttachment('a', '10.0.0.3'), address6: 'fd00::3' }],
  startedAt: new Date(0).toISOString(),
});
const facts = fakeFacts({ containers: [server, client] });

const at = (address: string, port: number) => ({ address, port });
const mine = (port: number) => at('10.0.0.3', port);
const theirs = at('10.0.0.2', 8080);
const ready: Observation = { kind: 'ready', at: 1_000, capture: true };

const snapshot = (when: number, ...sockets: Socket[]): Observation => ({
  kind: 'snapshot',
  at: when,
  sockets,
  counters: { tcpActiveOpens: 7, tcpPassiveOpens: 0, tcpAttemptFails: 0, udpOut: 4 },
});
const closed = (local: Socket['local'], remote: Socket['local'], closedAt: number): Socket => ({
  state: 'time-wait',
  local,
  remote,
  closedAt,
});
const request = (when: number, port: number, host?: string): Observation => ({
  kind: 'request',
  at: when,
  from: mine(port),
  to: theirs,
  method: 'GET',
  path: '/',
  ...(host === undefined ? {} : { host }),
});
const read = (caller: Observation[], callee: Observation[] = []) =>
  readCalls(client, server, facts, { caller, callee });

test('on the wire, a connection that was taken and each request over it are calls', () => {
  const evidence = read([
    ready,
    { kind: 'connect', at: 2_000, from: mine(40000), to: theirs },
    { kind: 'accepted', at: 2_001, from: mine(40000), to: theirs },
    request(2_002, 40000, 'server:8080'),
    { kind: 'data', at: 4_002, from: mine(40000), to: theirs },
  ]);
  expect(evidence.calls.map(({ at: when, sign, route, port }) => [when, sign, route, port])).toEqual([
    [2_001, 'connection', 'direct', 40000],
    [2_002, 'request', 'direct', 40000],
    [4_002, 'request', 'direct', 40000],
  ]);
  expect(evidence).toMatchObject({ hosts: ['server:8080'], since: 1_000, watchedMs: 3_002, captured: true });
});

test('an attempt that was refused is no call, and one to somebody else is told as such', () => {
  const evidence = read([
    ready,
    { kind: 'connect', at: 2_000, from: mine(1), to: at('10.0.0.2', 80) },
    { kind: 'refused', at: 2_000, from: mine(1), to: at('10.0.0.2', 80) },
    { kind: 'connect', at: 3_000, from: mine(2), to: at('93.184.216.34', 80) },
    { kind: 'accepted', at: 3_000, from: mine(2), to: at('93.184.216.34', 80) },
  ]);
  expect(evidence.calls).toEqual([]);
  expect(evidence.refused).toEqual([at('10.0.0.2', 80)]);
  expect(evidence.elsewhere).toEqual([at('93.184.216.34', 80)]);
});

test('what others say to the caller is none of its calls, nor does it go elsewhere', () => {
  const evidence = read([
    { kind: 'connect', at: 2_000, from: theirs, to: mine(80) },
    { kind: 'accepted', at: 2_000, from: theirs, to: mine(80) },
    { kind: 'data', at: 2_001, from: at('10.0.0.9', 1), to: theirs },
  ]);
  expect(evidence).toMatchObject({ calls: [], elsewhere: [] });
});

test('a call by the host is one by a published port', () => {
  const evidence = read([{ kind: 'accepted', at: 1, from: mine(1), to: at('172.17.0.1', 18080) }]);
  expect(evidence.calls).toMatchObject([{ route: 'published', to: { port: 18080 } }]);
});

describe('the kernel’s memory of closed connections', () => {
  test('counts from either side’s table, each connection once however often it was read', () => {
    const inCallers = closed(mine(40000), theirs, 500);
    const inCallees = closed(theirs, mine(40001), 700);
    const evidence = read(
      [ready, snapshot(1_001, inCallers), snapshot(2_001, inCallers)],
      [snapshot(1_001, inCallees), snapshot(2_001, inCallees)],
    );
    expect(evidence.calls.map(({ at: when, sign, port, to }) => [when, sign, port, to])).toEqual([
      [500, 'closed', 40000, theirs],
      [700, 'closed', 40001, theirs],
    ]);
  });

  test('adds nothing to a connection that was seen on the wire', () => {
    const evidence = read([
      ready,
      { kind: 'accepted', at: 2_000, from: mine(40000), to: theirs },
      snapshot(3_000, closed(mine(40000), theirs, 2_500)),
    ]);
    expect(evidence.calls).toHaveLength(1);
  });

  test('says nothing of a caller that began later: somebody else had its address before', () => {
    const later = { ...client, startedAt: new Date(9_000).toISOString() };
    const closedBefore = snapshot(9_500, closed(theirs, mine(40000), 4_000), closed(theirs, mine(40001), 9_100));
    const { calls } = readCalls(later, server, facts, { caller: [ready], callee: [closedBefore] });
    expect(calls.map(({ port }) => port)).toEqual([40001]);
  });

  test('knows IPv6', () => {
    const inCallers = closed(at('fd00:0:0:0:0:0:0:3', 1), at('fd00:0:0:0:0:0:0:2', 8080), 500);
    expect(read([snapshot(1_001, inCallers)]).calls).toMatchObject([{ route: 'direct', at: 500 }]);
  });

  test('keeps other containers’ connections to the callee apart', () => {
    expect(read([ready], [snapshot(1_001, closed(theirs, at('10.0.0.9', 1), 500))]).calls).toEqual([]);
  });
});

test('questions to name servers are found only where an address came back', () => {
  const dns = (name: string, code: number, addresses: string[]): Observation => ({
    kind: 'dns',
    at: 1,
    name,
    code,
    addresses,
  });
  const { questions } = read([dns('servidro', 3, []), dns('server', 0, ['10.0.0.2']), dns('v6only', 0, [])]);
  expect(questions.map(({ name, found }) => [name, found])).toEqual([
    ['servidro', false],
    ['server', true],
    ['v6only', false],
  ]);
});

test('counters and open connections are those of the newest snapshot', () => {
  const open: Socket = { state: 'established', local: mine(1), remote: theirs };
  expect(read([snapshot(1, open, open), snapshot(2, open)])).toMatchObject({
    connectionsOpened: 7,
    datagramsSent: 4,
    open: 1,
  });
  expect(read([])).toMatchObject({ calls: [], connectionsOpened: 0, open: 0, captured: false, watchedMs: 0 });
});

test('a connection that was refused was not made, though the kernel counts it as opened', () => {
  const counted = (tcpActiveOpens: number, tcpAttemptFails: number): Observation => ({
    kind: 'snapshot',
    at: 1,
    sockets: [],
    counters: { tcpActiveOpens, tcpPassiveOpens: 0, tcpAttemptFails, udpOut: 0 },
  });
  expect(read([counted(57, 57)]).connectionsOpened).toBe(0);
  expect(read([counted(57, 50)]).connectionsOpened).toBe(7);
  expect(read([counted(1, 2)]).connectionsOpened).toBe(0);
});
