import { describe, expect, test } from 'vitest';
import type { CallEvidence } from '../../probes/calls.ts';
import { judgedStores, storeEvidence } from '../../test/fakes/recorded-stores.ts';
import type { Evidence } from '../evidence.ts';

const solution = storeEvidence('solution');
const found = (evidence: Evidence) => judgedStores(evidence, 'private-by-name');

type Container = Evidence['facts']['containers'][number];

function withContainer(role: string, change: Partial<Container>, evidence = solution): Evidence {
  const id = evidence.bindings.find(binding => binding.role === role)?.container;
  const containers = evidence.facts.containers.map(it => (it.id === id ? { ...it, ...change } : it));
  return { ...evidence, facts: { ...evidence.facts, containers } };
}

/** A pool that was connected before anybody looked: a connection is open, and no question was heard. */
const early: Partial<CallEvidence> = {
  questions: [],
  hosts: [],
  calls: [],
  open: 1,
  connectionsOpened: 2,
  datagramsSent: 4,
};

function withPools(change: Partial<CallEvidence> = {}, evidence = solution): Evidence {
  const calls = Object.fromEntries(
    Object.entries(evidence.calls).map(([key, seen]) => [key, { ...seen, ...early, ...change }]),
  );
  return { ...evidence, calls, written: {} };
}

const addressOf = (role: string) => {
  const id = solution.bindings.find(binding => binding.role === role)?.container;
  return solution.facts.containers.find(it => it.id === id)?.networks[0]?.address ?? '';
};

test('what is published is told with its port, and made anew without it', () => {
  const ports: Container['ports'] = [{ container: 6379, protocol: 'tcp', host: [{ address: '0.0.0.0', port: 6379 }] }];
  const open = found(withContainer('redis', { ports }));
  expect(open).toMatchObject({ verdict: 'fail', observed: expect.stringContaining('`0.0.0.0:6379`') });
  expect(open.next).toMatch(
    /^docker rm --force redis && docker run --detach --name redis --network app-net .*lab\/redis:8$/,
  );
});

describe('pools that were connected before we looked', () => {
  test('go by name where the settings say a name and the API has asked a name server', () => {
    expect(found(withPools())).toMatchObject({
      verdict: 'pass',
      observed: expect.stringContaining('`postgres` and `redis`'),
    });
  });

  test('go by address where the API has never asked a name server', () => {
    expect(found(withPools({ datagramsSent: 0 }))).toMatchObject({ verdict: 'fail', observed: /without asking/ });
  });

  test('go by address where the settings say one', () => {
    const env = { DATABASE_URL: `postgres://u@${addressOf('postgres')}/db`, REDIS_URL: 'redis://redis' };
    const bad = found(withContainer('api', { env }, withPools()));
    expect(bad).toMatchObject({ verdict: 'fail', observed: expect.stringContaining(addressOf('postgres')) });
    expect(bad.next).toContain('--env DATABASE_URL=postgres://u@postgres/db');
  });

  const silent = withContainer('api', { env: {} }, withPools());
  const written = (address: string | undefined): NonNullable<Evidence['written']> => ({
    'api>postgres': { address: undefined },
    'api>redis': { address },
  });

  test('go by name where neither settings nor files have an address', () => {
    expect(found({ ...silent, written: written(undefined) })).toMatchObject({ verdict: 'pass' });
  });

  test('go by the address that stands in the files', () => {
    const bad = found({ ...silent, written: written('172.18.0.3') });
    expect(bad).toMatchObject({ verdict: 'fail', next: "grep -rn '172\\.18\\.0\\.3' ." });
  });

  test('are not judged where the files could not be read', () => {
    expect(found(silent)).toMatchObject({ verdict: 'unknown', next: 'docker restart api' });
  });
});

describe('an API that was not seen connecting', () => {
  // Whatever was connected to in its namespace may be a health check's, or our own.
  test.each([
    { connectionsOpened: 0, datagramsSent: 0 },
    { connectionsOpened: 12, datagramsSent: 0 },
    { connectionsOpened: 12, datagramsSent: 4 },
  ])('is waited for: %o', counters => {
    const nobody = withPools({ open: 0, ...counters });
    expect(found(nobody)).toMatchObject({
      verdict: 'blocked',
      observed: expect.stringContaining('No connection of `api` to `postgres` was seen'),
    });
  });

  test('has not called where only the store remembers its address, and it has never connected to anybody', () => {
    const to = { address: '172.18.0.2', port: 5432 };
    const calls: CallEvidence['calls'] = [{ at: 1, route: 'direct', to, port: 40_000, sign: 'closed' }];
    const counters = { open: 0, connectionsOpened: 0, datagramsSent: 0 };
    expect(found(withPools({ ...counters, calls })).verdict).toBe('blocked');
    expect(found(withPools({ ...counters, calls, connectionsOpened: 1 })).verdict).toBe('fail');
  });

  test('is told which paths it was asked for, and how to name another', () => {
    const tried = ['/', '/visits', '/hits', '/count', '/api'].map(path => ({ path, status: 404 }));
    const visits = { api: { port: 8080, requests: 5, tried, rows: undefined, counter: undefined } };
    const { observed } = found({ ...withPools({ open: 0 }), visits });
    expect(observed).toContain('was asked for `/`, `/visits`, `/hits` and 2 more');
    expect(observed).toContain('`{"challenge":"03-api-postgres-redis","paths":{"api":"/…"}}`');
  });
});

test('one that goes out to the host and back in is told', () => {
  const to = { address: '172.18.0.1', port: 15_432 };
  const calls: CallEvidence['calls'] = [{ at: 1, route: 'published', to, port: 40_000, sign: 'connection' }];
  expect(found(withPools({ calls }))).toMatchObject({
    verdict: 'fail',
    observed: expect.stringContaining('172.18.0.1:15432'),
  });
});
