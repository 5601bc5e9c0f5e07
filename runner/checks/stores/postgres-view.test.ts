import { describe, expect, test } from 'vitest';
import type { Observation, SqlOutcome, SqlTarget } from '../../../lab-images/probe/protocol.ts';
import type { Probe } from '../../probes/probe.ts';
import { PostgresView } from './postgres-view.ts';

const signal = new AbortController().signal;
const anywhere = {
  state: 'listen',
  local: { address: '0.0.0.0', port: 5432 },
  remote: { address: '0.0.0.0', port: 0 },
};
const login = { user: 'ana', password: 'x', database: 'loja' };

/** A probe beside a PostgreSQL that answers like this; `asked` is what it was asked. */
function beside(answer: (target: SqlTarget, turn: number) => SqlOutcome, listens = true) {
  const asked: SqlTarget[] = [];
  const probe = {
    snapshot: async () => ({ kind: 'snapshot', at: 1, sockets: listens ? [anywhere] : [] }) as unknown as Observation,
    sql: async (target: SqlTarget) => {
      asked.push(target);
      return answer(target, asked.length);
    },
    until: async () => false,
  } as unknown as Probe;
  return { probe, asked };
}

const no = (code: string): SqlOutcome => ({ ok: false, code, detail: `said ${code}` });
const yes = (...results: (string | null)[][][]): SqlOutcome => ({ ok: true, results });

describe('the way in', () => {
  test('is its loopback, with the first login that fits, and a database that is there', async () => {
    const { probe, asked } = beside(({ database }) => (database === 'ana' ? yes([['/dados']]) : no('3D000')));
    const view = await PostgresView.open(probe, [login], 5_000, signal);
    expect(view.dataFolder).toBe('/dados');
    expect(asked.map(({ address, port, database }) => [address, port, database])).toEqual([
      ['127.0.0.1', 5432, 'loja'],
      ['127.0.0.1', 5432, 'ana'],
    ]);
  });

  test('is waited for while it starts up', async () => {
    const { probe } = beside((_, turn) => (turn > 6 ? yes([['/dados']]) : no('57P03')));
    await expect(PostgresView.open(probe, [login], 5_000, signal)).resolves.toBeInstanceOf(PostgresView);
  });

  test.each([
    ['password', '28P01', true],
    ['not-ready', '57P03', true],
    ['other', '53300', true],
    ['silent', '', false],
  ])('that is closed is told as %s', async (reason, code, listens) => {
    const { probe } = beside(() => no(code), listens);
    await expect(PostgresView.open(probe, [login], 0, signal)).rejects.toMatchObject({ refusal: { reason } });
  });
});

test('every table of every database is counted, large ones as PostgreSQL says', async () => {
  const { probe, asked } = beside(({ database, statements }) => {
    if (statements[0]?.includes('data_directory')) return yes([['/dados']]);
    if (statements.length === 2 && statements[1]?.includes('pg_database'))
      return yes([['730']], [['loja'], ['postgres']]);
    if (statements[0]?.includes('pg_stat_user_tables')) {
      if (database === 'postgres') return yes([]);
      return yes([
        ['public', '"Acessos"', 'public.Acessos', '9', 'f'],
        ['public', 'logs', 'public.logs', '1000000', 't'],
      ]);
    }
    return yes(...statements.map(() => [['7', '2']]));
  });
  const view = await PostgresView.open(probe, [login], 0, signal);
  expect(await view.read({ transaction: '725', tables: [] }, signal)).toEqual({
    transaction: '730',
    tables: [
      { name: 'loja.public.Acessos', rows: 7, written: 2, inserted: 9 },
      { name: 'loja.public.logs', rows: undefined, written: 0, inserted: 1_000_000 },
    ],
  });
  const counts = asked.flatMap(({ statements }) => statements).filter(text => text.startsWith('SELECT count'));
  expect(counts).toEqual(['SELECT count(*), count(*) FILTER (WHERE xmin::text::bigint >= 725) FROM public."Acessos"']);
});
