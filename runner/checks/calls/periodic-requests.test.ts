import { describe, expect, test } from 'vitest';
import type { CallEvidence } from '../../probes/calls.ts';
import { judged, recordedEvidence, withCalls, withContainer } from '../../test/fakes/recorded-evidence.ts';
import type { Evidence } from '../evidence.ts';

const solution = recordedEvidence('solution');
const now = solution.at;
const minute = 60_000;

const iso = (ago: number) => new Date(now - ago).toISOString();
const to = { address: solution.http.server?.address ?? '', port: 8080 };
const call = (ago: number, port: number): CallEvidence['calls'][number] => ({
  at: now - ago,
  route: 'direct',
  to,
  port,
  sign: 'closed',
});

/** A client that has run for an hour, these calls, and a log with a line so many milliseconds ago each. */
function find(calls: Partial<CallEvidence>, logged: readonly number[] = [], text = 'GET / 200') {
  const quiet = { calls: [], refused: [], elsewhere: [], hosts: [], open: 0, since: now - 12_000, watchedMs: 12_000 };
  const old = withContainer(solution, 'client', { startedAt: iso(60 * minute) });
  const client = logged.map(ago => ({ at: iso(ago), stream: 'stdout' as const, text }));
  const evidence: Evidence = { ...withCalls(old, { ...quiet, ...calls }), logs: { client } };
  return judged(evidence, 'periodic-requests');
}

describe('a client that calls every few minutes', () => {
  const everyFive = [1, 6, 11, 16].map(minutes => minutes * minute);

  test('is believed by its log where it has made connections that we did not see', () => {
    const finding = find({ connectionsOpened: 4 }, everyFive.toReversed());
    expect(finding.verdict).toBe('pass');
    expect(finding.observed).toContain('5 min');
  });

  test('is believed over one connection that it keeps open', () => {
    expect(find({ connectionsOpened: 1, open: 1 }, everyFive.toReversed()).verdict).toBe('pass');
  });

  test('is not believed where its log has come to an end', () => {
    const ended = everyFive.map(ago => ago + 30 * minute).toReversed();
    expect(find({ connectionsOpened: 4 }, ended).verdict).not.toBe('pass');
  });

  test('is not known where its log is silent, and that is not held against it', () => {
    expect(find({ connectionsOpened: 4 })).toMatchObject({
      verdict: 'unknown',
      next: 'docker logs --tail 20 --timestamps client',
    });
  });
});

describe('a log alone proves nothing', () => {
  const heartbeat = [9, 7, 5, 3, 1].map(seconds => seconds * 1_000);

  test('beside one single connection, long ago or lately', () => {
    expect(find({ connectionsOpened: 1 }, heartbeat).verdict).toBe('fail');
    expect(find({ connectionsOpened: 1, calls: [call(8_000, 1)] }, heartbeat).verdict).toBe('fail');
  });

  test('beside a burst that is all there was', () => {
    const calls = [0, 20, 40].map((ms, index) => call(50_000 - ms, index));
    const finding = find({ connectionsOpened: 3, calls }, heartbeat);
    expect(finding).toMatchObject({ verdict: 'fail' });
    expect(finding.observed).toContain('not again for 50 s');
  });

  test('beside none', () => {
    expect(find({ connectionsOpened: 0 }, heartbeat).verdict).toBe('fail');
  });
});

test('one call and no other is told as one', () => {
  expect(find({ connectionsOpened: 1, calls: [call(5_000, 1)] }).observed).toContain('once, and not again in 12 s');
});

test.each([
  ['was refused', { refused: [to] }, `\`${to.address}:8080\` was refused`],
  [
    'asked for a name that is not there',
    { connectionsOpened: 0, questions: [{ name: 'servidro', found: false, addresses: [] }] },
    '`servidro`',
  ],
  ['went elsewhere', { elsewhere: [{ address: '10.9.9.9', port: 80 }] }, '`10.9.9.9:80`, which is not the server'],
])('a client that %s is told so, with the end of its log', (_, change, observed) => {
  const finding = find({ connectionsOpened: 5, questions: [], ...change }, [3_000], 'Error: fetch failed');
  expect(finding.verdict).toBe('fail');
  expect(finding.observed).toContain(observed);
  expect(finding.observed).toContain('fetch failed');
});

test('a client that has stopped is told so, not that it does not call', () => {
  const finding = judged(withContainer(solution, 'client', { state: 'exited', exitCode: 0 }), 'periodic-requests');
  expect(finding).toMatchObject({ verdict: 'fail', next: 'docker start client' });
});

test('a server that has stopped since counts too', () => {
  const finding = judged(withContainer(solution, 'server', { state: 'paused' }), 'server-answers');
  expect(finding).toMatchObject({ verdict: 'fail', next: 'docker unpause server' });
});

describe('a client that calls every 45 s', () => {
  test('is not known to have stopped while its next turn may still come', () => {
    const finding = find({ connectionsOpened: 2, calls: [call(58_000, 1), call(13_000, 2)] });
    expect(finding).toMatchObject({ verdict: 'unknown', observed: expect.stringContaining('13 s ago') });
  });

  test('has stopped once it has missed its turn', () => {
    expect(find({ connectionsOpened: 2, calls: [call(59_000, 1), call(49_000, 2)] }).verdict).toBe('fail');
  });

  test('is not known where it has called before, longer ago than a minute', () => {
    expect(find({ connectionsOpened: 9, calls: [call(18_000, 1)] }).verdict).toBe('unknown');
    expect(find({ connectionsOpened: 1, calls: [call(18_000, 1)] }).verdict).toBe('fail');
  });

  test('one call that was seen as its connection and its request is one', () => {
    const calls = [
      { ...call(5_002, 1), sign: 'connection' as const },
      { ...call(5_000, 1), sign: 'request' as const },
    ];
    expect(find({ connectionsOpened: 1, calls }).observed).toContain('once, and not again in 12 s');
  });
});
