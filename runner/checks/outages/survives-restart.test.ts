import { describe, expect, test } from 'vitest';
import { judged, recordedEvidence, withCalls, withContainer } from '../../test/fakes/recorded-evidence.ts';

const solution = recordedEvidence('solution');
const ours = (foundAgain: boolean) => ({ 'client>server': { foundAgain, watchedMs: 20_000 } });
const find = (evidence: typeof solution) => judged(evidence, 'survives-restart');
const iso = (at: number) => new Date(at).toISOString();

test('a restart of ours tells, either way', () => {
  expect(find({ ...solution, restarts: ours(true) })).toMatchObject({ verdict: 'pass', next: '' });
  const lost = find({ ...solution, restarts: ours(false) });
  expect(lost).toMatchObject({ verdict: 'fail', next: 'docker logs --tail 20 client' });
  expect(lost.observed).toContain('20 s');
});

describe('without one of ours', () => {
  const restartedAt = solution.at - 10_000;
  const byHand = withContainer({ ...solution, restarts: {} }, 'server', {
    startedAt: iso(restartedAt),
    finishedAt: iso(restartedAt - 500),
  });
  const restarted = withContainer(byHand, 'client', { startedAt: iso(restartedAt - 60_000) });
  const calls = solution.calls['client>server']?.calls ?? [];

  test('the learner’s own counts, where the client has called since', () => {
    expect(find(restarted).verdict).toBe('pass');
  });

  test('calls from before it do not', () => {
    const spread = [30_000, 28_000, 26_000, 24_000].map((ago, index) => ({
      ...calls[0],
      at: solution.at - ago,
      port: index,
    }));
    const waiting = { ...restarted, at: solution.at - 23_000 };
    const before = withCalls(waiting, { calls: spread as typeof calls, since: solution.at - 40_000 });
    expect(find(before).verdict).toBe('fail');
  });

  test('a client that was started after it has survived nothing', () => {
    const later = withContainer(byHand, 'client', { startedAt: iso(restartedAt + 1_000) });
    expect(find(later)).toMatchObject({ verdict: 'unknown', next: 'docker restart server' });
  });

  test('a server that was only started, later than the client, has not restarted', () => {
    const first = structuredClone(restarted);
    const containers = first.facts.containers.map(({ finishedAt: _, ...container }) => ({
      ...container,
      finishedAt: undefined,
    }));
    expect(find({ ...first, facts: { ...first.facts, containers } }).verdict).toBe('unknown');
  });
});
