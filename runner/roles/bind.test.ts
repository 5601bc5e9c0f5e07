import { describe, expect, test } from 'vitest';
import { networkedContainers as challenge } from '../../challenges/01-networked-containers/challenge.ts';
import type { ContainerFacts, Facts } from '../engine/facts.ts';
import { label } from '../engine/labels.ts';
import type { Sighting } from '../probes/sighting.ts';
import { fakeAttachment, fakeContainer, fakeFacts, fakeImage, fakeNetwork } from '../test/fakes/facts.ts';
import { recordedEvidence, recordedNames } from '../test/fakes/recorded-evidence.ts';
import { bindRoles, worthProbing } from './bind.ts';
import type { Binds } from './binding.ts';
import { findContainer } from './find-container.ts';

/** An engine with these containers, their images built here unless told otherwise, on one network. */
function engineWith(containers: readonly ContainerFacts[], images: Facts['images'] = []): Facts {
  const networked = containers.map((container, index) => ({
    ...container,
    networks: container.networks.length > 0 ? container.networks : [fakeAttachment('rede', `10.0.0.${index + 2}`)],
  }));
  const built = containers
    .map(({ image }) => fakeImage(image))
    .filter(({ id }) => images.every(image => image.id !== id));
  return fakeFacts({ containers: networked, networks: [fakeNetwork('rede')], images: [...images, ...built] });
}

const bind = (facts: Facts, binds: Binds = {}, sightings = new Map<string, Sighting>()) =>
  bindRoles(challenge, facts, binds, sightings);
const namesOf = (facts: Facts, binds: Binds = {}) => bind(facts, binds).map(({ name }) => name);

describe('names', () => {
  test.each([
    ['server', 'client'],
    ['servidor', 'cliente'],
    ['el-servidor', 'el-cliente'],
    ['d1-server', 'd1-client'],
    ['desafio1_server_1', 'desafio1_client_1'],
    ['meuServidor', 'meuCliente'],
    ['MEU-SERVIDOR', 'MEU-CLIENTE'],
    ['aplicação', 'requisitante'],
    ['minha-api', 'caller'],
    ['backend', 'poller'],
    ['flask-app', 'flask-client'],
    ['web', 'curl'],
  ])('%s and %s', (server, client) => {
    expect(namesOf(engineWith([fakeContainer(client), fakeContainer(server)]))).toEqual([server, client]);
  });

  test('of the images, where those of the containers are the engine’s inventions', () => {
    const facts = engineWith([
      fakeContainer('festive_kare', { image: 'maria/servidor:1' }),
      fakeContainer('zen_bardeen', { image: 'maria/cliente:1', env: { URL: 'http://festive_kare:80' } }),
    ]);
    expect(bind(facts).map(({ name, how }) => [name, how])).toEqual([
      ['festive_kare', 'structure'],
      ['zen_bardeen', 'structure'],
    ]);
  });
});

test('a call that was seen finds the roles where the names say nothing', () => {
  const facts = engineWith([fakeContainer('arara'), fakeContainer('tucano'), fakeContainer('capivara')]);
  const sightings = new Map<string, Sighting>([
    [
      findContainer(facts, 'arara')?.id ?? '',
      { listens: [], connections: [{ localPort: 40000, remote: { address: '10.0.0.3', port: 7777 } }] },
    ],
    [findContainer(facts, 'tucano')?.id ?? '', { listens: [{ address: '::', port: 7777 }], connections: [] }],
  ]);
  expect(bind(facts, {}, sightings).map(({ name, how }) => [name, how])).toEqual([
    ['tucano', 'structure'],
    ['arara', 'structure'],
  ]);
  expect(namesOf(facts)).toEqual([undefined, undefined]);
});

describe('somebody else’s', () => {
  test('projects are left alone', () => {
    const compose = { 'com.docker.compose.project': 'loja' };
    const facts = engineWith(
      [
        fakeContainer('loja-web-1', {
          image: 'nginx',
          labels: compose,
          ports: [{ container: 80, protocol: 'tcp', host: [] }],
        }),
        fakeContainer('loja-db-1', { image: 'postgres:16', labels: compose }),
        fakeContainer('loja-worker-1', { image: 'loja', labels: compose }),
        fakeContainer('registry', { image: 'registry:2' }),
      ],
      [fakeImage('nginx', { origin: 'pulled' }), fakeImage('postgres:16', { origin: 'pulled' })],
    );
    expect(namesOf(facts)).toEqual([undefined, undefined]);
  });

  test('`web` of an image that was pulled is nobody in particular', () => {
    const web = fakeContainer('web', { image: 'nginx', ports: [{ container: 80, protocol: 'tcp', host: [] }] });
    const facts = engineWith([web], [fakeImage('nginx', { origin: 'pulled' })]);
    expect(bind(facts).map(({ how }) => how)).toEqual(['none', 'none']);
  });

  test('web and app that Compose built are its own affair', () => {
    const labels = { 'com.docker.compose.project': 'loja' };
    const facts = engineWith([fakeContainer('loja-web-1', { labels }), fakeContainer('loja-worker-1', { labels })]);
    expect(namesOf(facts)).toEqual([undefined, undefined]);
  });

  test('databases beside the learner’s own take no role from them', () => {
    const facts = engineWith([
      fakeContainer('postgres-server', { image: 'postgres' }),
      fakeContainer('servidor'),
      fakeContainer('cliente'),
    ]);
    expect(namesOf(facts)).toEqual(['servidor', 'cliente']);
  });
});

test('helpers and what was made for other challenges are never chosen, whatever their names', () => {
  const facts = engineWith([
    fakeContainer('server', { labels: { [label.session]: 'host/1/x' } }),
    fakeContainer('client', { labels: { [label.challenge]: '05-api-gateway' } }),
  ]);
  expect(namesOf(facts)).toEqual([undefined, undefined]);
  expect(worthProbing(challenge, facts, {})).toEqual([]);
  const own = engineWith([fakeContainer('server', { labels: { [label.challenge]: challenge.id } })]);
  expect(namesOf(own)).toEqual(['server', undefined]);
});

describe('two that could each be meant', () => {
  const facts = engineWith([fakeContainer('cliente-b'), fakeContainer('servidor'), fakeContainer('cliente-a')]);

  test('are not guessed at: the candidates are told in order, and the other role is still found', () => {
    const [server, client] = bind(facts);
    expect(server?.name).toBe('servidor');
    expect(client).toMatchObject({ how: 'ambiguous', name: undefined, container: undefined });
    expect(client?.candidates).toEqual(['cliente-a', 'cliente-b']);
  });

  test('are settled by a bind, or by which of them is seen to call', () => {
    expect(namesOf(facts, { client: 'cliente-b' })).toEqual(['servidor', 'cliente-b']);
    const caller = findContainer(facts, 'cliente-a')?.id ?? '';
    const seen = { listens: [], connections: [{ localPort: 40000, remote: { address: '10.0.0.3', port: 80 } }] };
    expect(bind(facts, {}, new Map([[caller, seen]])).map(({ name }) => name)).toEqual(['servidor', 'cliente-a']);
  });
});

describe('a bind', () => {
  const facts = engineWith([fakeContainer('server'), fakeContainer('client'), fakeContainer('zebra')]);
  const zebra = findContainer(facts, 'zebra');

  test('by name, by name with a slash, or by the beginning of the id, goes before everything', () => {
    for (const wanted of ['zebra', '/zebra', zebra?.id.slice(0, 12) ?? ''])
      expect(bind(facts, { server: wanted })[0]).toMatchObject({ how: 'bind', name: 'zebra', container: zebra?.id });
  });

  test('takes the container from the other role', () => {
    expect(namesOf(facts, { server: 'client' })[1]).not.toBe('client');
  });

  test('to what is not there leaves the role open rather than guessing', () => {
    expect(bind(facts, { server: 'sevrer' })[0]).toMatchObject({ how: 'none', container: undefined, name: undefined });
    expect(bind(facts, { server: 'sevrer' })[1]?.name).toBe('client');
  });

  test('of fewer than four characters is no id', () => {
    expect(findContainer(facts, zebra?.id.slice(0, 3) ?? '')).toBeUndefined();
  });
});

test('a crowded engine costs no more, and the learner’s containers are still found', () => {
  const crowd = Array.from({ length: 200 }, (_, index) => fakeContainer(`vizinho-${index}`));
  const facts = engineWith([...crowd, fakeContainer('servidor'), fakeContainer('cliente')]);
  expect(namesOf(facts)).toEqual(['servidor', 'cliente']);
  expect(worthProbing(challenge, facts, {}).length).toBeLessThanOrEqual(10);
});

test('what has stopped is found, but not probed', () => {
  const facts = engineWith([fakeContainer('servidor', { state: 'exited' }), fakeContainer('cliente')]);
  expect(namesOf(facts)).toEqual(['servidor', 'cliente']);
  expect(worthProbing(challenge, facts, {}).map(({ name }) => name)).toEqual(['cliente']);
});

test.each(recordedNames.filter(name => !['nothing', 'structure', 'two-clients'].includes(name)))(
  'the names in the recorded run %s are enough to find both roles',
  name => {
    const { facts, bindings } = recordedEvidence(name);
    expect(namesOf(facts)).toEqual(bindings.map(binding => binding.name));
    expect(bindings.every(binding => binding.name !== undefined)).toBe(true);
  },
);

test('whom a program names in its files tells who calls whom, where nothing else does', () => {
  const [one, other] = [fakeContainer('anil'), fakeContainer('lilas')];
  const facts = engineWith([one, other]);
  const sighting = (port: number, names: readonly string[] = []): Sighting => ({
    ...{ listens: [{ address: '0.0.0.0', port }], connections: [], names: new Set(names) },
  });
  const found = bind(
    facts,
    {},
    new Map([
      [one.id, sighting(80, [other.id])],
      [other.id, sighting(80)],
    ]),
  );
  expect(found.map(({ name }) => name)).toEqual(['lilas', 'anil']);
  const both = new Map([
    [one.id, sighting(80, [other.id])],
    [other.id, sighting(80, [one.id])],
  ]);
  expect(bind(facts, {}, both).map(({ name }) => name)).toEqual([undefined, undefined]);
});

test('of two clients, the one that has stopped is passed over', () => {
  const gone = fakeContainer('cliente-a', { state: 'exited' });
  const facts = engineWith([fakeContainer('servidor'), fakeContainer('cliente-b'), gone]);
  expect(bind(facts)[1]).toMatchObject({ name: 'cliente-b', preferred: { why: 'running', over: ['cliente-a'] } });
});
