import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { HttpOutcome } from '../../../lab-images/probe/protocol.ts';
import type { RowsReading } from '../../probes/evidence/store-evidence.ts';
import { fakeContainer } from '../../test/fakes/facts.ts';
import { type CountScene, countVisits } from './count-visits.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance', 'setTimeout'] }));
afterEach(() => void vi.useRealTimers());

const signal = new AbortController().signal;
const answer = (status: number, body = ''): HttpOutcome => ({ ok: true, status, durationMs: 1, contentType: '', body });

/** An API and its stores, in memory: `serve` answers a path and may write; waiting takes no time. */
function world(serve: (path: string, store: { rows: number; n: number }) => HttpOutcome) {
  const store = { rows: 0, n: 0 };
  const asked: string[] = [];
  const reading = (): RowsReading => ({
    transaction: '1',
    tables: [{ name: 'db.public.t', rows: store.rows, written: 0, inserted: 0 }],
  });
  const scene = {
    ...{ api: fakeContainer('api'), address: '172.18.0.2', port: 80 },
    probe: {
      http: async ({ path }: { path: string }) => {
        asked.push(path);
        return serve(path, store);
      },
      until: async (_: unknown, ms: number) => {
        vi.advanceTimersByTime(ms);
        return false;
      },
    },
    postgres: { read: async () => reading() },
    redis: { read: async () => ({ commands: {}, values: { '0:n': store.n } }) },
  } as unknown as CountScene;
  return { scene, asked };
}

test('where the front page is what is counted, nothing else is asked for', async () => {
  const { scene, asked } = world((_, store) => {
    store.rows += 1;
    return answer(200, `visit ${++store.n}`);
  });
  const { rows, counter, requests } = await countVisits(scene, signal);
  expect(asked).toEqual(Array.from({ length: requests }, () => '/'));
  expect(rows?.after.tables[0]?.rows).toBe(requests);
  expect(counter?.answers.at(-1)).toMatchObject({ body: `visit ${requests}` });
});

test('a page that the front page names is found, and the front page’s own answer is not taken for it', async () => {
  const { scene } = world((path, store) => {
    if (path === '/') return answer(200, '<a href="/entrar">entre</a>');
    if (path !== '/entrar') return answer(404);
    store.rows += 1;
    return answer(200, `${++store.n}`);
  });
  const { rows, counter, tried } = await countVisits(scene, signal);
  expect([rows?.path, counter?.path]).toEqual(['/entrar', '/entrar']);
  expect(tried.slice(0, 2).map(({ path }) => path)).toEqual(['/', '/entrar']);
});

test('each count may have a page of its own', async () => {
  const { scene } = world((path, store) => {
    if (path === '/visitas') return answer(200, `${++store.n}`);
    if (path === '/acessos') store.rows += 1;
    return answer(path === '/acessos' ? 200 : 404);
  });
  const { rows, counter } = await countVisits(scene, signal);
  expect([rows?.path, counter?.path]).toEqual(['/acessos', '/visitas']);
});

test('one that fails at first, because its database is late, is asked again', async () => {
  let failures = 2;
  const { scene, asked } = world((_, store) => {
    if (failures-- > 0) return answer(503);
    store.rows += 1;
    return answer(200, `${++store.n}`);
  });
  const { rows, requests } = await countVisits(scene, signal);
  expect(asked).toHaveLength(requests + 2);
  expect(rows?.answers).toHaveLength(requests);
  expect(rows?.failure).toMatchObject({ status: 503 });
});

test('it is said whether all the paths that the author names were asked for, and answered', async () => {
  const seen = async (stated: readonly string[], known: readonly string[]) => {
    const { scene } = world(path => answer(known.includes(path) ? 200 : 404));
    return (await countVisits({ ...scene, stated }, signal)).knowsPaths;
  };
  expect(await seen(['/entrar', '/health'], ['/', '/entrar'])).toBe(true);
  expect(await seen(['/entrar', '/sair-daqui'], ['/', '/entrar'])).toBe(false);
  expect(await seen([], ['/'])).toBe(false);
});
