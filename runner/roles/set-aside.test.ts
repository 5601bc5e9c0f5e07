import { describe, expect, test } from 'vitest';
import { networkedContainers } from '../../challenges/01-networked-containers/challenge.ts';
import { apiPostgresRedis } from '../../challenges/03-api-postgres-redis/challenge.ts';
import { pairedMicroservices } from '../../challenges/04-paired-microservices/challenge.ts';
import { apiGateway } from '../../challenges/05-api-gateway/challenge.ts';
import type { Challenge } from '../challenge/definition.ts';
import type { ContainerFacts } from '../engine/facts.ts';
import type { Sighting } from '../probes/sighting.ts';
import { fakeAttachment, fakeContainer, fakeFacts, fakeImage, fakeNetwork } from '../test/fakes/facts.ts';
import { bindRoles, worthProbing } from './bind.ts';
import type { Binds } from './binding.ts';

let addresses = 1;

/** A container on a network, of an image that was built here, told of others by their names. */
const on = (network: string, name: string, told: readonly string[] = [], change: Partial<ContainerFacts> = {}) =>
  fakeContainer(name, {
    networks: [fakeAttachment(network, `10.0.0.${++addresses}`)],
    env: Object.fromEntries(told.map(other => [`URL_${other}`, `http://${other}:8080`])),
    ports: [{ container: 8080, protocol: 'tcp', host: [] }],
    ...change,
  });

const store = (network: string, name: string, image: string, port: number) =>
  on(network, name, [], { image, ports: [{ container: port, protocol: 'tcp', host: [] }] });

const pair = [on('app-net', 'server'), on('app-net', 'client', ['server'], { ports: [] })];
const visits = [
  on('visits-net', 'api', ['postgres', 'redis']),
  store('visits-net', 'postgres', 'lab/postgres:17', 5432),
  store('visits-net', 'redis', 'lab/redis:8', 6379),
];
const shop = [on('shop-net', 'provider'), on('shop-net', 'consumer', ['provider'])];
const trio = [
  on('gateway-net', 'users'),
  on('gateway-net', 'orders'),
  on('gateway-net', 'gateway', ['users', 'orders']),
];

function find(
  challenge: Challenge,
  containers: readonly ContainerFacts[],
  binds: Binds = {},
  seen = new Map<string, Sighting>(),
) {
  const facts = factsOf(containers);
  return bindRoles(challenge, facts, binds, seen);
}

const factsOf = (containers: readonly ContainerFacts[]) =>
  fakeFacts({
    containers,
    networks: [...new Set(containers.flatMap(({ networks }) => networks.map(({ network }) => network)))].map(name =>
      fakeNetwork(name),
    ),
    images: containers.map(({ image }) => fakeImage(image, image.startsWith('lab/') ? { origin: 'lab' } : {})),
  });

const names = (...args: Parameters<typeof find>) => find(...args).map(({ name }) => name);
const nobody = (challenge: Challenge) => challenge.roles.map(() => undefined);

describe('what is whole for another challenge', () => {
  test.each([
    [apiPostgresRedis, pair],
    [pairedMicroservices, visits],
    [apiGateway, [...pair, ...visits, ...shop]],
    [networkedContainers, trio],
    [networkedContainers, [...visits, ...trio]],
  ])('plays no role in one that has nothing yet: %#', (challenge, containers) => {
    expect(names(challenge, containers)).toEqual(nobody(challenge));
    const others = new Set(containers.map(({ name }) => name));
    expect(worthProbing(challenge, factsOf(containers), {}).filter(({ name }) => others.has(name))).toEqual([]);
  });

  test('takes no role from what is this one’s own, whole or not', () => {
    const everything = [...pair, ...visits, ...shop, ...trio];
    for (const [challenge, own] of [
      [networkedContainers, pair],
      [apiPostgresRedis, visits],
      [pairedMicroservices, shop],
      [apiGateway, trio],
    ] as const) {
      const wanted = challenge.roles.map(({ suggested }) => suggested);
      expect(names(challenge, everything)).toEqual(wanted);
      for (const missing of own) {
        const left = wanted.map(name => (name === missing.name ? undefined : name));
        expect(
          names(
            challenge,
            everything.filter(one => one !== missing),
          ),
        ).toEqual(left);
      }
    }
  });

  test('is named with the challenge that it is a part of', () => {
    const [, , api] = find(apiPostgresRedis, pair);
    expect(api).toMatchObject({ how: 'none', leftOut: { name: 'server', challenge: 1 } });
  });

  test('is left out even of the name that the brief suggests, but not of a bind', () => {
    const containers = [on('app-net', 'api'), on('app-net', 'client', ['api'], { ports: [] })];
    expect(find(apiPostgresRedis, containers).at(-1)).toMatchObject({ how: 'none', leftOut: { name: 'api' } });
    expect(find(apiPostgresRedis, containers, { api: 'api' }).at(-1)).toMatchObject({ how: 'bind', name: 'api' });
  });

  test('may be what is looked for all the same, where it makes this challenge whole', () => {
    const containers = [on('rede', 'server'), on('rede', 'client', ['server'])];
    expect(names(pairedMicroservices, containers)).toEqual(['server', 'client']);
    expect(names(networkedContainers, shop)).toEqual(['provider', 'consumer']);
  });

  test('does not make this challenge whole where one of them does not do what its role has to', () => {
    const [, client] = pair;
    const silent = new Map([[client?.id ?? '', { listens: [], connections: [] }]]);
    expect(names(pairedMicroservices, pair, {}, silent)).toEqual(nobody(pairedMicroservices));
  });
});

test('half of a challenge is nobody else’s, though it would be the whole of a smaller one', () => {
  const [users, , gateway] = trio;
  expect(
    names(
      apiGateway,
      [users, gateway].flatMap(one => one ?? []),
    ),
  ).toEqual(['users', undefined, 'gateway']);
  const [api, postgres] = visits;
  expect(
    names(
      apiPostgresRedis,
      [api, postgres].flatMap(one => one ?? []),
    ),
  ).toEqual(['postgres', undefined, 'api']);
});

describe('a store', () => {
  const called = on('rede', 'zebra');
  const caller = on('rede', 'arara', ['zebra']);
  const seen = (speaks?: Sighting['speaks']) =>
    new Map<string, Sighting>([
      [called.id, { listens: [{ address: '0.0.0.0', port: 7000 }], connections: [], ...(speaks && { speaks }) }],
    ]);

  test('is not whoever is called', () => {
    expect(names(apiPostgresRedis, [called, caller], {}, seen())).toEqual(nobody(apiPostgresRedis));
    expect(names(apiPostgresRedis, [called, caller], {}, seen([]))).toEqual(nobody(apiPostgresRedis));
  });

  test('is who speaks its protocol, whatever its name', () => {
    expect(names(apiPostgresRedis, [called, caller], {}, seen(['postgresql']))).toEqual(['zebra', undefined, 'arara']);
    expect(names(apiPostgresRedis, [called, caller], {}, seen(['redis']))).toEqual([undefined, 'zebra', 'arara']);
  });

  test('serves no HTTP', () => {
    expect(names(pairedMicroservices, [called, caller])).toEqual(['zebra', 'arara']);
    expect(names(pairedMicroservices, [called, caller], {}, seen(['redis']))[0]).toBeUndefined();
  });

  test('is not one that has its name and speaks another protocol', () => {
    const database = on('rede', 'database');
    const speaks = (protocols: Sighting['speaks'] & object) =>
      new Map([[database.id, { listens: [{ address: '0.0.0.0', port: 80 }], connections: [], speaks: protocols }]]);
    expect(names(apiPostgresRedis, [database], {}, speaks([]))[0]).toBeUndefined();
    expect(names(apiPostgresRedis, [database], {}, speaks(['postgresql']))[0]).toBe('database');
  });
});
