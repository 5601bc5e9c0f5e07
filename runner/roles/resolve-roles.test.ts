import { expect, test } from 'vitest';
import { networkedContainers } from '../../challenges/01-networked-containers/challenge.ts';
import { sqliteVolume } from '../../challenges/02-sqlite-volume/challenge.ts';
import type { Challenge, Role } from '../challenge/definition.ts';
import type { Engine } from '../engine/engine.ts';
import { Probes } from '../probes/probes.ts';
import { fakeAttachment, fakeContainer, fakeFacts, fakeImage } from '../test/fakes/facts.ts';
import { FakeLiveEngine } from '../test/fakes/live-engine.ts';
import { resolveRoles } from './resolve-roles.ts';

const volumeRole = sqliteVolume.roles.find(({ kind }) => kind === 'volume') as Role;

/** A server that keeps its data in a volume, and a client that calls it. */
const mixed: Challenge = {
  ...networkedContainers,
  roles: [
    ...networkedContainers.roles.map(role => (role.id === 'server' ? { ...role, mounts: [volumeRole.id] } : role)),
    volumeRole,
  ],
};

const volumes = [{ name: 'registros', driver: 'local', labels: {}, anonymous: false }];
const mounts = [{ type: 'volume', source: 'registros', target: '/data', writable: true }] as const;
const containers = [
  fakeContainer('servidor', { mounts: [...mounts], networks: [fakeAttachment('rede', '172.18.0.2')] }),
  fakeContainer('cliente', { networks: [fakeAttachment('rede', '172.18.0.3')], env: { URL: 'http://servidor:3000' } }),
];

async function resolve(challenge: Challenge, binds: Readonly<Record<string, string>> = {}) {
  const facts = fakeFacts({ containers, volumes, images: containers.map(({ image }) => fakeImage(image)) });
  const fake = new FakeLiveEngine(facts);
  const engine: Engine = { ...fake.engine, recentEvents: async () => [] };
  await using probes = new Probes(engine);
  const options = { binds, waitMs: 0, signal: new AbortController().signal };
  const { bindings } = await resolveRoles(challenge, { facts, engine, probes }, options);
  return Object.fromEntries(bindings.map(({ role, name }) => [role, name]));
}

test('one challenge may have roles that call each other and roles that are volumes', async () => {
  expect(await resolve(mixed)).toEqual({ server: 'servidor', client: 'cliente', [volumeRole.id]: 'registros' });
});

test('what was named is who plays it, whatever it is', async () => {
  const binds = { server: 'cliente', client: 'servidor', [volumeRole.id]: 'registros' };
  expect(await resolve(mixed, binds)).toEqual(binds);
});
