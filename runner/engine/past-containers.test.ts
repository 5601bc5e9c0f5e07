import { expect, test } from 'vitest';
import { fakeContainer, fakeFacts } from '../test/fakes/facts.ts';
import type { EngineEvent } from './facts.ts';
import { label } from './labels.ts';
import { pastContainers } from './past-containers.ts';

const at = '2026-11-21T01:00:00.000Z';
const ofContainer = (id: string, action: string, attributes: Record<string, string>): EngineEvent => ({
  ...{ at, type: 'container', action, id, attributes },
});
const mount = (volume: string, container: string, destination: string, writable = 'true'): EngineEvent => ({
  ...{ at, type: 'volume', action: 'mount', id: volume },
  attributes: { container, destination, 'read/write': writable, driver: 'local', propagation: '' },
});

/** What the engine remembers of a one-shot container. */
const oneShot = (id: string, image: string, more: Record<string, string> = {}) => [
  ofContainer(id, 'create', { image, name: `nome-${id}`, ...more }),
  mount('dados', id, '/data'),
  ofContainer(id, 'die', { image, name: `nome-${id}`, exitCode: '0', ...more }),
];

test('a container that is gone is known by its image, its volume and how it ended', () => {
  const events = [...oneShot('a', 'contador'), mount('outro', 'b', '/x')];
  expect(pastContainers(events, fakeFacts())).toEqual([
    {
      ...{ id: 'a', name: 'nome-a', image: 'contador', labels: {}, exitCode: 0 },
      mounts: [{ volume: 'dados', target: '/data', writable: true }],
    },
  ]);
});

test('the latest comes first, with what it only read', () => {
  const read = [ofContainer('z', 'create', { image: 'leitor', name: 'z' }), mount('dados', 'z', '/d', 'false')];
  const [latest, earlier] = pastContainers([...oneShot('a', 'contador'), ...read], fakeFacts());
  expect(latest).toMatchObject({ image: 'leitor', mounts: [{ writable: false }] });
  expect(latest).not.toHaveProperty('exitCode');
  expect(earlier).toMatchObject({ image: 'contador' });
});

test('what is still there, what mounted nothing, and what the lab itself ran, are left out', () => {
  const here = fakeContainer('writer');
  const events = [
    ...oneShot(here.id, 'writer'),
    ofContainer('n', 'create', { image: 'x', name: 'n' }),
    ...oneShot('lab', 'lab/probe', { [label.session]: 'host/1/ab' }),
  ];
  expect(pastContainers(events, fakeFacts({ containers: [here] }))).toEqual([]);
});

test('labels are told, as Compose leaves them', () => {
  const [past] = pastContainers(oneShot('a', 'x', { 'com.docker.compose.project': 'loja' }), fakeFacts());
  expect(past?.labels).toEqual({ 'com.docker.compose.project': 'loja' });
});

test('a volume that was removed since is another one, whatever its name', () => {
  const destroyed: EngineEvent = { at, type: 'volume', action: 'destroy', id: 'dados', attributes: {} };
  const past = pastContainers([...oneShot('a', 'antigo'), destroyed, ...oneShot('b', 'novo')], fakeFacts());
  expect(past.map(({ image }) => image)).toEqual(['novo']);
});
