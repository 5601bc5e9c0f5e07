import { expect, test } from 'vitest';
import type { Observation, Socket } from '../../lab-images/probe/protocol.ts';
import { fakeAttachment, fakeContainer, fakeFacts } from '../test/fakes/facts.ts';
import { callsSeen, sightingOf } from './sighting.ts';

const counters = { tcpActiveOpens: 0, tcpPassiveOpens: 0, tcpAttemptFails: 0, udpOut: 0 };
const at = (address: string, port: number) => ({ address, port });
const snapshot = (...sockets: Socket[]): Observation => ({ kind: 'snapshot', at: 1, sockets, counters });
const listening = (address: string, port: number): Socket => ({
  state: 'listen',
  local: at(address, port),
  remote: at('0.0.0.0', 0),
});

const server = fakeContainer('server', {
  networks: [fakeAttachment('a', '10.0.0.2')],
  ports: [{ container: 8080, protocol: 'tcp', host: [{ address: '0.0.0.0', port: 18080 }] }],
});
const client = fakeContainer('client', { networks: [fakeAttachment('a', '10.0.0.3')] });
const facts = fakeFacts({ containers: [server, client] });

test('what listens is taken from the newest snapshot, without Docker’s own DNS', () => {
  const seen = sightingOf([
    snapshot(listening('0.0.0.0', 1)),
    snapshot(listening('127.0.0.11', 40001), listening('::', 8080)),
  ]);
  expect(seen.listens).toEqual([at('::', 8080)]);
  expect(seen.connections).toEqual([]);
});

test('a call is seen from the caller’s side: in the kernel’s table, or on the wire', () => {
  const closed: Socket = { state: 'time-wait', local: at('10.0.0.3', 40000), remote: at('10.0.0.2', 8080) };
  const wire: Observation = {
    kind: 'request',
    at: 1,
    from: at('10.0.0.3', 4),
    to: at('10.0.0.2', 8080),
    method: 'GET',
    path: '/',
  };
  const call = { from: client.id, to: server.id, route: 'direct' };
  for (const observation of [snapshot(closed), wire])
    expect(callsSeen(new Map([[client.id, sightingOf([observation])]]), facts)).toEqual([call]);
});

test('a call is seen from the callee’s side alone, and is none of the callee’s own', () => {
  const open: Socket = { state: 'established', local: at('10.0.0.2', 8080), remote: at('10.0.0.3', 40000) };
  const seen = sightingOf([snapshot(listening('0.0.0.0', 8080), open)]);
  expect(callsSeen(new Map([[server.id, seen]]), facts)).toEqual([{ from: client.id, to: server.id, route: 'direct' }]);
});

test('a call through a published port is told as one; an attempt that was not taken is no call', () => {
  const viaHost: Socket = { state: 'time-wait', local: at('10.0.0.3', 40000), remote: at('172.17.0.1', 18080) };
  expect(callsSeen(new Map([[client.id, sightingOf([snapshot(viaHost)])]]), facts)).toEqual([
    { from: client.id, to: server.id, route: 'published' },
  ]);
  const attempt: Observation = { kind: 'connect', at: 1, from: at('10.0.0.3', 4), to: at('10.0.0.2', 8080) };
  expect(callsSeen(new Map([[client.id, sightingOf([attempt])]]), facts)).toEqual([]);
});
