import { expect, test } from 'vitest';
import { dnsMessage, tcpPacket, udpPacket } from '../../runner/test/fakes/packets.ts';
import type { Observation } from './protocol.ts';
import { Traffic } from './traffic.ts';

const client = ['172.18.0.3', 40000] as const;
const server = ['172.18.0.2', 8080] as const;
const ends = { from: { address: '172.18.0.3', port: 40000 }, to: { address: '172.18.0.2', port: 8080 } };
const request = 'GET / HTTP/1.1\r\nHost: server:8080\r\n\r\n';

/** What is told of these packets, each 10 ms after the one before. */
function told(...packets: Buffer[]): Observation[] {
  const traffic = new Traffic();
  return packets.flatMap((packet, index) => traffic.observe(packet, 1_000 + index * 10) ?? []);
}

test('a call is told as its attempt, its being taken, and its request, all from the caller’s side', () => {
  const seen = told(
    tcpPacket(client, server, 'S'),
    tcpPacket(server, client, 'SA'),
    tcpPacket(client, server, 'A'),
    tcpPacket(client, server, 'PA', request),
  );
  expect(seen).toEqual([
    { kind: 'connect', at: 1_000, ...ends },
    { kind: 'accepted', at: 1_010, ...ends },
    { kind: 'request', at: 1_030, ...ends, method: 'GET', path: '/', host: 'server:8080' },
  ]);
});

test('an attempt that is sent again is told once, and what refuses it is told as its end', () => {
  const seen = told(
    tcpPacket(client, server, 'S'),
    tcpPacket(client, server, 'S'),
    tcpPacket(server, client, 'RA'),
    tcpPacket(server, client, 'RA'),
  );
  expect(seen).toEqual([
    { kind: 'connect', at: 1_000, ...ends },
    { kind: 'refused', at: 1_020, ...ends },
  ]);
});

test('a reset of a connection whose beginning was not seen is no refusal', () => {
  expect(told(tcpPacket(server, client, 'R'), tcpPacket(server, client, 'SA'))).toEqual([]);
});

test('a stream of data is told ten times a second at most', () => {
  const data = Array.from({ length: 30 }, () => tcpPacket(client, server, 'PA', '\x01\x02'));
  expect(told(...data).filter(({ kind }) => kind === 'data')).toHaveLength(1);
  const traffic = new Traffic();
  const slow = data.map((packet, index) => traffic.observe(packet, 1_000 + index * 150));
  expect(slow.every(seen => seen?.kind === 'data')).toBe(true);
});

test('what a container says to itself is nobody’s call', () => {
  const itself = [server[0], 51000] as const;
  expect(told(tcpPacket(itself, server, 'S'), tcpPacket(['127.0.0.1', 1], ['127.0.0.1', 2], 'S'))).toEqual([]);
});

test('a name server’s answer is told, also from Docker’s own at a port of its choice; a question is not', () => {
  const answer = dnsMessage('server', { records: [{ type: 1, data: Buffer.from([172, 18, 0, 2]) }] });
  const expected = { kind: 'dns', at: 1_000, name: 'server', code: 0, addresses: ['172.18.0.2'] };
  expect(told(udpPacket(['127.0.0.11', 41234], ['127.0.0.1', 5000], answer))).toEqual([expected]);
  expect(told(udpPacket(['8.8.8.8', 53], client, answer))).toEqual([expected]);
  expect(told(udpPacket(['172.18.0.9', 9999], client, answer))).toEqual([]);
  const question = dnsMessage('server', { flags: 0x0100 });
  expect(told(udpPacket(client, ['8.8.8.8', 53], question))).toEqual([]);
});

test('a flood is cut at a hundred a second, and the next second is heard again', () => {
  const traffic = new Traffic();
  const attempt = (port: number) => tcpPacket([client[0], port], server, 'S');
  const first = Array.from({ length: 300 }, (_, index) => traffic.observe(attempt(1_000 + index), 5_000));
  expect(first.filter(seen => seen !== undefined)).toHaveLength(100);
  expect(traffic.observe(attempt(9_000), 6_000)?.kind).toBe('connect');
});

test('a port that comes round again after a minute is another attempt', () => {
  const traffic = new Traffic();
  expect(traffic.observe(tcpPacket(client, server, 'S'), 0)?.kind).toBe('connect');
  traffic.observe(tcpPacket([client[0], 2], server, 'S'), 61_000);
  expect(traffic.observe(tcpPacket(client, server, 'S'), 61_001)?.kind).toBe('connect');
});
