import { describe, expect, test } from 'vitest';
import { networkedContainers as challenge } from '../../challenges/01-networked-containers/challenge.ts';
import type { ContainerFacts } from '../engine/facts.ts';
import { label } from '../engine/labels.ts';
import type { Sighting } from '../probes/sighting.ts';
import { fakeAttachment, fakeContainer, fakeFacts, fakeImage, fakeNetwork } from '../test/fakes/facts.ts';
import { isToldOf, pairClues, type Scene, soloClues } from './clues.ts';

const [serverRole, clientRole] = challenge.roles;
if (serverRole === undefined || clientRole === undefined) throw new TypeError('challenge 1 has two roles');

const scene = (change: Partial<Scene> = {}): Scene => ({
  challenge: challenge.id,
  facts: fakeFacts(),
  sightings: new Map(),
  calls: [],
  ...change,
});
const kinds = (container: ContainerFacts, role = serverRole, at = scene()) =>
  soloClues(role, container, at).map(({ kind, weight }) => [kind, weight]);

describe('a name', () => {
  const said = (name: string, image = 'x') => soloClues(serverRole, fakeContainer(name, { image }), scene())[0];

  test('that the brief suggests says most, then one’s own word, then a usual one, then the image’s', () => {
    expect(said('server')).toEqual({ kind: 'suggested-name', weight: 10 });
    expect(said('meu-servidor')).toEqual({ kind: 'word', weight: 8, word: 'servidor' });
    expect(said('loja-api')).toEqual({ kind: 'word', weight: 5, word: 'api' });
    expect(said('zebra', 'maria/servidor:1')).toEqual({ kind: 'word', weight: 4, word: 'servidor' });
    expect(said('zebra', 'maria/api')).toEqual({ kind: 'word', weight: 2, word: 'api' });
  });

  test('that only has such a word within another says nothing', () => {
    expect(said('observer')?.kind).toBe('running');
    expect(said('capivara')?.kind).toBe('running');
  });
});

test('Compose’s labels and images of databases speak against it, and what the lab made for this challenge for it', () => {
  expect(kinds(fakeContainer('x', { labels: { 'com.docker.compose.project': 'loja' } }))).toContainEqual([
    'compose',
    -4,
  ]);
  expect(kinds(fakeContainer('x', { image: 'library/postgres:16' }))).toContainEqual(['infrastructure', -8]);
  expect(kinds(fakeContainer('x', { labels: { [label.challenge]: challenge.id } }))).toContainEqual(['made-by-lab', 5]);
  expect(kinds(fakeContainer('x', { labels: { [label.challenge]: '02-other' } }))).not.toContainEqual([
    'made-by-lab',
    5,
  ]);
});

test('an image that was built here speaks for it', () => {
  const container = fakeContainer('x');
  const built = scene({ facts: fakeFacts({ images: [fakeImage('x')] }) });
  const pulled = scene({ facts: fakeFacts({ images: [fakeImage('x', { origin: 'pulled' })] }) });
  expect(kinds(container, serverRole, built)).toContainEqual(['own-image', 1]);
  expect(kinds(container, serverRole, pulled)).not.toContainEqual(['own-image', 1]);
});

describe('listening', () => {
  const exposing = fakeContainer('x', { ports: [{ container: 80, protocol: 'tcp', host: [] }] });
  const seen = (listens: Sighting['listens']) =>
    scene({ sightings: new Map([[exposing.id, { listens, connections: [] }]]) });

  test('counts for the one that is called, and is not expected of the one that calls', () => {
    expect(kinds(exposing)).toContainEqual(['listens', 2]);
    expect(kinds(exposing, clientRole).map(([kind]) => kind)).not.toContain('listens');
  });

  test('is what the probe saw, whatever the image exposes', () => {
    expect(kinds(exposing, serverRole, seen([]))).toContainEqual(['listens', -4]);
    expect(kinds(exposing, serverRole, seen([{ address: '::', port: 1 }]))).toContainEqual(['listens', 2]);
  });
});

describe('of two containers', () => {
  const networks = [fakeAttachment('app-net', '10.0.0.2')];
  const callee = fakeContainer('zebra', {
    networks,
    ports: [{ container: 80, protocol: 'tcp', host: [{ address: '', port: 18080 }] }],
  });
  const told = (url: string) => fakeContainer('x', { env: { URL: url } });

  test('the caller is told of the callee by name, address or published port', () => {
    for (const url of ['http://zebra', 'http://10.0.0.2:80', 'http://host.docker.internal:18080', 'http://[::1]:18080'])
      expect(isToldOf(told(url), callee), url).toBe(true);
    for (const url of ['http://zebra2', 'http://10.0.0.20', 'http://localhost:180801', '18080', 'zebra.ts'])
      expect(isToldOf(told(url), callee), url).toBe(false);
  });

  test('a call that was seen says more than one that is written down, and a direct one more than by the host', () => {
    const facts = fakeFacts({ networks: [fakeNetwork('app-net')] });
    const caller = fakeContainer('x', { networks });
    const clues = (route: 'direct' | 'published') =>
      pairClues(caller, callee, scene({ facts, calls: [{ from: caller.id, to: callee.id, route }] }));
    expect(clues('direct')).toEqual([
      { kind: 'calls', weight: 12, other: 'zebra' },
      { kind: 'network', weight: 4, network: 'app-net', other: 'zebra' },
    ]);
    expect(clues('published')[0]).toMatchObject({ weight: 8 });
    expect(pairClues(callee, caller, scene({ calls: [{ from: caller.id, to: callee.id, route: 'direct' }] }))).toEqual(
      [],
    );
  });
});

describe('ready programs', () => {
  const postgresRole = { ...serverRole, words: ['postgres', 'db', 'banco'], ports: [5432] };
  const software = { kind: 'software', weight: 6, word: 'postgres' };

  test('are known by their image, or by the program that runs', () => {
    expect(soloClues(postgresRole, fakeContainer('zebra', { image: 'lab/postgres:17' }), scene())).toContainEqual(
      software,
    );
    const command = ['/usr/local/bin/entrypoint.sh', 'postgres'];
    expect(soloClues(postgresRole, fakeContainer('zebra', { command }), scene())).toContainEqual(software);
    expect(soloClues(serverRole, fakeContainer('zebra', { command }), scene())).not.toContainEqual(software);
  });

  test('are nobody who serves pages, whatever their image is called', () => {
    const cache = fakeContainer('conta', { image: 'conta', command: ['/usr/bin/valkey-server', '--port', '6379'] });
    const against = { kind: 'infrastructure', weight: -8 };
    expect(soloClues(serverRole, cache, scene())).toContainEqual(against);
    expect(soloClues({ ...serverRole, words: ['valkey'] }, cache, scene())).not.toContainEqual(against);
    const program = fakeContainer('conta', { image: 'conta', command: ['node', 'redis.js'] });
    expect(soloClues(serverRole, program, scene())).not.toContainEqual(against);
  });

  test('are known by their port: the one that is listened on, else the one that the image tells', () => {
    const told = fakeContainer('zebra', { ports: [{ container: 5432, protocol: 'tcp', host: [] }] });
    const port = { kind: 'usual-port', weight: 3, port: 5432 };
    expect(soloClues(postgresRole, told, scene())).toContainEqual(port);
    const listens = (number: number): Sighting => ({
      listens: [{ address: '0.0.0.0', port: number }],
      connections: [],
    });
    const seen = (number: number) => scene({ sightings: new Map([[told.id, listens(number)]]) });
    expect(soloClues(postgresRole, told, seen(5432))).toContainEqual(port);
    expect(soloClues(postgresRole, told, seen(8080))).not.toContainEqual(port);
  });
});

describe('what it speaks when it is asked', () => {
  const container = fakeContainer('zebra', { image: 'lab/redis:8' });
  const speaking = (speaks?: Sighting['speaks']) => {
    const listens = [{ address: '0.0.0.0', port: 6379 }];
    return scene({ sightings: new Map([[container.id, { listens, connections: [], ...(speaks && { speaks }) }]]) });
  };
  const weights = (role: typeof serverRole, at: Scene, one = container) =>
    soloClues(role, one, at).flatMap(({ kind, weight }) => (kind === 'speaks' ? [weight] : []));
  const store = { ...serverRole, words: ['cache'], speaks: 'redis' } as const;

  test('says most of a store', () => {
    expect(weights(store, speaking(['redis']))).toEqual([8]);
    expect(weights(store, speaking([]))).toEqual([-20]);
    expect(weights(store, speaking())).toEqual([]);
  });

  test('is not held against what is plainly such a program', () => {
    expect(weights({ ...store, words: ['redis'] }, speaking([]))).toEqual([]);
  });

  test('and a store, or what listens on such ports only and has such an image, serves no HTTP', () => {
    expect(weights(serverRole, speaking(['redis']))).toEqual([-20]);
    expect(weights(serverRole, speaking([]))).toEqual([]);
    expect(kinds(container, serverRole, speaking())).toContainEqual(['infrastructure', -20]);
  });
});

test('what never listens cannot be one that calls and serves, unless it has the very name and may still be starting', () => {
  const role = { ...clientRole, serves: true };
  const listens = (name: string, sighting: Sighting) => {
    const container = fakeContainer(name);
    const clues = soloClues(role, container, scene({ sightings: new Map([[container.id, sighting]]) }));
    return clues.filter(({ kind }) => kind === 'listens').map(({ weight }) => weight);
  };
  const silent = { listens: [], connections: [] };
  expect(listens('zebra', silent)).toEqual([-20]);
  expect(listens(role.suggested, silent)).toEqual([-1]);
  expect(listens('zebra', { ...silent, listens: [{ address: '0.0.0.0', port: 80 }] })).toEqual([2]);
  expect(soloClues(role, fakeContainer('zebra'), scene()).map(({ kind }) => kind)).toEqual(['running']);
});
