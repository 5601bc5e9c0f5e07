import { expect, it } from 'vitest';
import type { EngineEvent } from '../engine/facts.ts';
import { walkthroughMessages } from '../language/walkthrough.ts';
import { changeWords, isTold } from './changes.ts';

const event = (type: string, action: string, attributes: Record<string, string>, id = 'abc'): EngineEvent => ({
  at: '2026-11-20T12:00:00.000Z',
  type,
  action,
  id,
  attributes,
});
const t = walkthroughMessages['pt-BR'].event;

it('tells what a learner does', () => {
  const stopped = event('container', 'die', { name: 'cliente', image: 'x', exitCode: '137' });
  expect(isTold(stopped, {})).toBe(true);
  expect(changeWords(t, stopped, {})).toBe('contêiner cliente parou (código de saída 137)');
  const joined = event('network', 'connect', { name: 'minha-rede', container: 'abc' });
  expect(changeWords(t, joined, { abc: 'cliente' })).toBe('cliente entrou na rede minha-rede');
  expect(changeWords(t, joined, {})).toBe('abc entrou na rede minha-rede');
});

it.each([
  ['a build step’s container', event('container', 'create', { name: 'jolly_euler', image: 'sha256:c3ff' })],
  ['its network', event('network', 'connect', { name: 'bridge', container: 'c3ff' })],
  ['an image without a name', event('image', 'tag', { name: 'sha256:6f9f' })],
  ['a signal on the way to an end', event('container', 'kill', { name: 'cliente', image: 'x', signal: '15' })],
])('leaves out %s', (_what, left) => {
  expect(isTold(left, {})).toBe(false);
});

it('tells that a known container joined the default network', () => {
  expect(isTold(event('network', 'connect', { name: 'bridge', container: 'abc' }), { abc: 'cliente' })).toBe(true);
});
