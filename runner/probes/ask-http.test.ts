import { expect, test } from 'vitest';
import type { Socket } from '../../lab-images/probe/protocol.ts';
import { fakeAttachment, fakeContainer, fakeFacts, fakeNetwork } from '../test/fakes/facts.ts';
import { askHttp, networkToAskOn } from './ask-http.ts';
import type { Probe } from './probe.ts';

const facts = fakeFacts({ networks: [fakeNetwork('a'), fakeNetwork('b')] });
const on = (...networks: string[]) =>
  fakeContainer('server', { networks: networks.map((name, index) => fakeAttachment(name, `10.0.${index}.2`)) });

test('the network to ask on is one that a partner is on too, else any that somebody made', () => {
  const client = fakeContainer('client', { networks: [fakeAttachment('b', '10.0.1.3')] });
  expect(networkToAskOn(on('bridge', 'a', 'b'), [client], facts)).toBe('b');
  expect(networkToAskOn(on('bridge', 'a'), [client], facts)).toBe('a');
  expect(networkToAskOn(on('bridge'), [client], facts)).toBeUndefined();
});

/** A probe that sees these listeners, and of whose ports one answers. */
function probeOf(listeners: [address: string, port: number][], answering: number) {
  const asked: string[] = [];
  const sockets = listeners.map(
    ([address, port]): Socket => ({ state: 'listen', local: { address, port }, remote: { address: '::', port: 0 } }),
  );
  const probe: Pick<Probe, 'snapshot' | 'http' | 'until'> = {
    snapshot: async () => ({
      kind: 'snapshot',
      at: 0,
      sockets,
      counters: { tcpActiveOpens: 0, tcpPassiveOpens: 0, tcpAttemptFails: 0, udpOut: 0 },
    }),
    http: async ({ address, port, host }) => {
      asked.push(`${host} at ${address}:${port}`);
      return port === answering
        ? { ok: true, status: 200, durationMs: 1, contentType: '', body: '' }
        : { ok: false, reason: 'timeout', detail: '' };
    },
    until: async () => true,
  };
  return { asked, ask: (container = on('a')) => askHttp(container, 'a', probe as Probe, 0, AbortSignal.abort()) };
}

test('ports are asked until one answers, those that the image tells of first, each once', async () => {
  const container = { ...on('a'), ports: [{ container: 9000, protocol: 'tcp' as const, host: [] }] };
  const { asked, ask } = probeOf(
    [
      ['0.0.0.0', 5000],
      ['::', 5000],
      ['0.0.0.0', 3000],
      ['10.0.0.2', 9000],
      ['0.0.0.0', 6000],
    ],
    5000,
  );
  const evidence = await ask(container);
  expect(asked).toEqual([
    'server:9000 at 10.0.0.2:9000',
    'server:3000 at 10.0.0.2:3000',
    'server:5000 at 10.0.0.2:5000',
  ]);
  expect(evidence.attempts.map(({ port, outcome }) => [port, outcome.ok])).toEqual([
    [5000, true],
    [3000, false],
    [9000, false],
  ]);
  expect(evidence).toMatchObject({ address: '10.0.0.2', network: 'a', loopback: [] });
});

test('what listens on the loopback address is told, and not asked', async () => {
  const { asked, ask } = probeOf(
    [
      ['127.0.0.1', 8080],
      ['0:0:0:0:0:0:0:1', 8081],
      ['127.0.0.11', 41000],
    ],
    8080,
  );
  expect(await ask()).toMatchObject({ reachable: [], loopback: [8080, 8081], attempts: [] });
  expect(asked).toEqual([]);
});

test('a container that listens on everything is asked five times at most', async () => {
  const many = Array.from({ length: 40 }, (_, index): [string, number] => ['0.0.0.0', 1000 + index]);
  const { asked, ask } = probeOf(many, 1);
  await ask();
  expect(asked).toHaveLength(5);
});
