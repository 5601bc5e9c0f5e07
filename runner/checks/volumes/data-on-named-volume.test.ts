import { expect, test } from 'vitest';
import type { MountFacts } from '../../engine/facts.ts';
import { judgedStores, storeEvidence } from '../../test/fakes/recorded-stores.ts';
import type { Evidence } from '../evidence.ts';

const solution = storeEvidence('solution');
const hex = 'f'.repeat(64);
const volume = (source: string, target: string): MountFacts => ({ type: 'volume', source, target, writable: true });

/** PostgreSQL with these mounts; `folder` is what it says of itself, `env` what it was told. */
function finding(mounts: readonly MountFacts[], { folder = '/var/lib/postgresql/data', env = {}, told = true } = {}) {
  const id = solution.bindings.find(binding => binding.role === 'postgres')?.container;
  const containers = solution.facts.containers.map(it => (it.id === id ? { ...it, mounts, env } : it));
  const volumes = mounts
    .filter(({ type }) => type === 'volume')
    .map(({ source }) => ({ name: source, driver: 'local', anonymous: source === hex, labels: {} }));
  const postgres = { refused: undefined, dataFolder: told ? folder : undefined };
  const evidence: Evidence = {
    ...solution,
    facts: { ...solution.facts, containers, volumes },
    stores: { ...solution.stores, postgres },
  };
  return judgedStores(evidence, 'data-on-named-volume');
}

test.each([
  ['at the folder itself', [volume('dados', '/var/lib/postgresql/data')], '/var/lib/postgresql/data'],
  ['above it, as 18 wants it', [volume('dados', '/var/lib/postgresql/')], '/var/lib/postgresql/18/docker'],
  ['somewhere else, where PGDATA says', [volume('dados', '/dados')], '/dados/pg'],
  ['beside one without a name', [volume(hex, '/var/lib/postgresql/data'), volume('dados', '/pg')], '/pg'],
])('a volume with a name is right %s', (_, mounts, folder) => {
  expect(finding(mounts, { folder })).toMatchObject({ verdict: 'pass', observed: expect.stringContaining('`dados`') });
});

test.each([
  ['has no name', [volume(hex, '/var/lib/postgresql/data')], /without a name/],
  [
    'is a folder of the host',
    [{ ...volume('/srv/pg', '/var/lib/postgresql/data'), type: 'bind' as const }],
    /bind mount/,
  ],
  ['is memory', [{ ...volume('', '/var/lib/postgresql/data'), type: 'tmpfs' as const }], /in memory/],
  ['is the container’s own', [], /in the container itself/],
  ['is a folder off', [volume('dados', '/var/lib/postgres/data')], /mounted at `\/var\/lib\/postgres\/data`, but/],
  [
    'lies under another',
    [volume('dados', '/var/lib/postgresql'), volume(hex, '/var/lib/postgresql/data')],
    /but PostgreSQL/,
  ],
])('what %s is not', (_, mounts, observed) => {
  const found = finding(mounts);
  expect(found).toMatchObject({ verdict: 'fail', observed });
  expect(found.next).toMatch(/ --volume (dados|pg-data(-2)?):\/var\/lib\/postgresql\/data lab\/postgres:17$/);
});

test('where PostgreSQL did not say, what it was told counts; where nobody did, nothing is guessed', () => {
  const mounts = [volume('dados', '/dados')];
  expect(finding(mounts, { told: false, env: { PGDATA: '/dados' } }).verdict).toBe('pass');
  expect(finding(mounts, { told: false })).toMatchObject({ verdict: 'unknown', next: 'lab verify 3' });
});

test('for 18, the volume is put where that version wants it', () => {
  expect(finding([], { folder: '/var/lib/postgresql/18/docker' }).next).toMatch(
    /:\/var\/lib\/postgresql lab\/postgres:17$/,
  );
});
