import { expect, test } from 'vitest';
import type { HttpOutcome, HttpTarget, Observation } from '../../../lab-images/probe/protocol.ts';
import { fakeAttachment, fakeContainer, fakeFacts, fakeNetwork } from '../../test/fakes/facts.ts';
import type { OnRequest } from '../evidence/on-request.ts';
import type { Probe } from '../probe.ts';
import { findPath } from './find-path.ts';
import { usualPaths } from './paths.ts';

const caller = fakeContainer('loja', { networks: [fakeAttachment('rede', '10.0.0.3')] });
const callee = fakeContainer('estoque', { networks: [fakeAttachment('rede', '10.0.0.2')] });
const facts = fakeFacts({ containers: [caller, callee], networks: [fakeNetwork('rede')] });
const { signal } = new AbortController();

const answer = (status: number, body = ''): HttpOutcome => ({
  ok: true,
  status,
  durationMs: 1,
  contentType: 'text/plain',
  body,
});

/** A probe whose requests are answered by `ask`, which returns the answer and the path that it asks of the callee. */
function fakeProbe(ask: (path: string) => { outcome: HttpOutcome; calls?: string }) {
  const observations: Observation[] = [{ kind: 'ready', at: 0, capture: true }];
  const asked: string[] = [];
  const probe = {
    observations,
    snapshot: () => Promise.resolve(),
    until: () => Promise.resolve(false),
    http: ({ path }: HttpTarget) => {
      asked.push(path);
      const { outcome, calls } = ask(path);
      const [from, to] = [
        { address: '10.0.0.3', port: 40_000 },
        { address: '10.0.0.2', port: 80 },
      ];
      if (calls !== undefined) observations.push({ kind: 'request', at: 1, from, to, method: 'GET', path: calls });
      return Promise.resolve(outcome);
    },
  };
  return { probe: probe as unknown as Probe, asked };
}

function scene(consumer: Parameters<typeof fakeProbe>[0], provider: Parameters<typeof fakeProbe>[0]) {
  const [one, other] = [fakeProbe(consumer), fakeProbe(provider)];
  const onRequest: OnRequest = {
    parties: {
      asked: { container: caller, probe: one.probe, address: '10.0.0.3' },
      others: { provider: { container: callee, probe: other.probe } },
      facts,
    },
    to: 'provider',
    port: 80,
    callee: { address: '10.0.0.2', port: 80 },
  };
  return { onRequest, asked: one.asked, askedOfProvider: other.asked };
}

const products = () => ({ outcome: answer(200, '["Guarda-chuva"]') });

test('a path that the front page names comes before those that are usual, and the provider is asked the same', async () => {
  const { onRequest, asked, askedOfProvider } = scene(path => {
    if (path === '/') return { outcome: answer(200, 'ver /vitrine/hoje') };
    if (path === '/vitrine/hoje') return { outcome: answer(200, 'guarda-chuva'), calls: '/lista?x=1' };
    return { outcome: answer(404) };
  }, products);
  const { best, questions } = await findPath(onRequest, signal);
  expect(asked).toEqual(['/', '/vitrine/hoje']);
  expect(best?.path).toBe('/vitrine/hoje');
  expect(questions).toEqual(['/lista?x=1']);
  expect(askedOfProvider).toEqual(questions);
});

test('a path that shows the data is better than one that only calls', async () => {
  const { onRequest } = scene(path => {
    if (path === '/') return { outcome: answer(200, 'tudo bem'), calls: '/health' };
    if (path === '/pedidos') return { outcome: answer(200, '1 guarda-chuva'), calls: '/lista' };
    return { outcome: answer(404) };
  }, products);
  expect((await findPath(onRequest, signal)).best?.path).toBe('/pedidos');
});

test('what its author names comes first; what its program names, and then the front page, where that was not it', async () => {
  const works = (right: string) => (path: string) =>
    path === right
      ? { outcome: answer(200, '1 guarda-chuva'), calls: '/lista' }
      : { outcome: answer(path === '/' ? 200 : 404, '/b') };
  const named = scene(works('/a'), products);
  expect((await findPath({ ...named.onRequest, named: ['/a'] }, signal)).best?.path).toBe('/a');
  expect(named.asked).toEqual(['/a']);

  const inProgram = scene(works('/c'), products);
  const program = () => Promise.resolve(['/c']);
  expect((await findPath({ ...inProgram.onRequest, named: ['/a'], program }, signal)).best?.path).toBe('/c');
  expect(inProgram.asked).toEqual(['/a', '/', '/c']);

  const unnamed = scene(works('/b'), products);
  await findPath({ ...unnamed.onRequest, program: () => Promise.resolve(['/x', '/shutdown']) }, signal);
  expect(unnamed.asked).toEqual(['/', '/x', '/b']);
});

test('a page that says whether it lives is the last choice, whoever names it and whatever it shows', async () => {
  const { onRequest, asked } = scene(path => {
    if (path === '/') return { outcome: answer(200, '/health /loja') };
    if (path === '/health') return { outcome: answer(200, 'guarda-chuva'), calls: '/health' };
    if (path === '/loja') return { outcome: answer(200, 'nada'), calls: '/lista' };
    return { outcome: answer(404) };
  }, products);
  expect((await findPath({ ...onRequest, named: ['/health'] }, signal)).best?.path).toBe('/loja');
  expect(asked.indexOf('/loja')).toBeLessThan(asked.indexOf('/health'));
});

test('an answer that is no error is better than an error', async () => {
  const { onRequest } = scene(path => {
    if (path === '/') return { outcome: answer(500), calls: '/' };
    if (path === '/resumo') return { outcome: answer(200, 'nada'), calls: '/' };
    return { outcome: answer(404) };
  }, products);
  expect((await findPath(onRequest, signal)).best?.path).toBe('/resumo');
});

test('one that calls whatever it is asked is not asked for ever', async () => {
  const { onRequest, asked } = scene(() => ({ outcome: answer(200, 'nada'), calls: '/' }), products);
  await findPath(onRequest, signal);
  expect(asked.length).toBeLessThan(8);
});

test('good answers without a call are kept, for they may be a copy', async () => {
  const { onRequest } = scene(path => ({ outcome: answer(path === '/loja' ? 200 : 404, 'guarda-chuva') }), products);
  const { best, answered } = await findPath(onRequest, signal);
  expect(best).toBeUndefined();
  expect(answered.map(({ path }) => path)).toEqual(['/loja']);
});

test('what was learnt is used at the next look: the path, or that there is none', async () => {
  const found = scene(
    path => ({ outcome: answer(200, 'guarda-chuva'), ...(path === '/loja' ? { calls: '/' } : {}) }),
    products,
  );
  await findPath(found.onRequest, signal);
  found.asked.length = 0;
  await findPath(found.onRequest, signal);
  expect(found.asked).toEqual(['/loja']);

  const none = scene(() => ({ outcome: answer(404) }), products);
  expect((await findPath(none.onRequest, signal)).best).toBeUndefined();
  expect(none.asked).toEqual(usualPaths);
  none.asked.length = 0;
  await findPath(none.onRequest, signal);
  expect(none.asked).toEqual(['/']);
});
