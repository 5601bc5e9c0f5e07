import { describe, expect, test } from 'vitest';
import { sqliteVolume as challenge } from '../../challenges/02-sqlite-volume/challenge.ts';
import type { ContainerFacts, Facts, MountFacts, VolumeFacts } from '../engine/facts.ts';
import { label } from '../engine/labels.ts';
import { fakeContainer, fakeFacts, fakeImage } from '../test/fakes/facts.ts';
import { bindRoles } from './bind.ts';
import { noStorage, type StorageScene } from './bind-storage.ts';

const volume = (name: string, labels: Record<string, string> = {}): VolumeFacts => ({
  ...{ name, driver: 'local', labels },
  anonymous: /^[0-9a-f]{64}$/.test(name),
});
const mount = (source: string, change: Partial<MountFacts> = {}): MountFacts => ({
  ...{ type: 'volume', source, target: '/data', writable: true },
  ...change,
});
const container = (name: string, mounts: readonly MountFacts[], change: Partial<ContainerFacts> = {}) =>
  fakeContainer(name, { mounts, ...change });
const past = (image: string, name = 'nome'): StorageScene['past'][number] => ({
  ...{ id: image, name, image, labels: {}, exitCode: 0 },
  mounts: [{ volume: 'coisas', target: '/data', writable: true }],
});

function bind(facts: Partial<Facts>, scene: Partial<StorageScene> = {}, binds: Record<string, string> = {}) {
  const images = (facts.containers ?? []).map(({ image }) => fakeImage(image));
  const found = bindRoles(challenge, fakeFacts({ images, ...facts }), binds, new Map(), { ...noStorage, ...scene });
  const [writer, kept] = found;
  return { writer, volume: kept };
}

test('the suggested names are who they are', () => {
  const found = bind({ volumes: [volume('app-data')], containers: [container('writer', [mount('app-data')])] });
  expect(found.writer).toMatchObject({ name: 'writer', how: 'name' });
  expect(found.volume).toMatchObject({ name: 'app-data', volume: 'app-data', how: 'name', container: undefined });
});

test('what the writer mounts is its volume, even beside one that has the suggested name', () => {
  const volumes = [volume('app-data'), volume('dados-novos')];
  const found = bind({ volumes, containers: [container('writer', [mount('dados-novos')])] });
  expect(found.volume).toMatchObject({ volume: 'dados-novos', how: 'structure' });
});

test('where names say nothing, the one that mounts the volume with the database is the writer', () => {
  const volumes = [volume('coisas'), volume('cache')];
  const containers = [container('tucano', [mount('coisas')]), container('arara', [mount('cache')])];
  const found = bind({ volumes, containers }, { holders: new Set(['coisas']) });
  expect(found.writer).toMatchObject({ name: 'tucano', how: 'structure' });
  expect(found.volume).toMatchObject({ volume: 'coisas' });
});

test('who only reads the volume is not the writer', () => {
  const containers = [
    container('tucano', [mount('coisas')]),
    container('arara', [mount('coisas', { writable: false })]),
  ];
  const found = bind({ volumes: [volume('coisas')], containers }, { holders: new Set(['coisas']) });
  expect(found.writer).toMatchObject({ name: 'tucano' });
});

test('two that could each be the writer are not guessed at, and the volume is known all the same', () => {
  const containers = [container('tucano', [mount('coisas')]), container('arara', [mount('coisas')])];
  const found = bind({ volumes: [volume('coisas')], containers }, { holders: new Set(['coisas']) });
  expect(found.writer).toMatchObject({ how: 'ambiguous', candidates: ['arara', 'tucano'], container: undefined });
  expect(found.volume).toMatchObject({ volume: 'coisas' });
});

test('two volumes with databases and nothing else to tell them apart are not guessed at', () => {
  const found = bind({ volumes: [volume('xis'), volume('ipsilon')] }, { holders: new Set(['xis', 'ipsilon']) });
  expect(found.volume).toMatchObject({ how: 'ambiguous', candidates: ['ipsilon', 'xis'] });
});

test('a container that is gone leaves its image, and the volume that it mounted', () => {
  const found = bind({ volumes: [volume('coisas')], imageTags: ['projeto:latest'] }, { past: [past('projeto')] });
  expect(found.writer).toMatchObject({ image: 'projeto', name: 'projeto', container: undefined, how: 'structure' });
  expect(found.volume).toMatchObject({ volume: 'coisas' });
});

test('of several that are gone, the one whose name says so is meant, and not what people look around with', () => {
  const imageTags = ['alpine:latest', 'gravador:latest', 'xyz:latest'];
  const scene = { past: [past('alpine'), past('xyz'), past('gravador')] };
  expect(bind({ volumes: [volume('coisas')], imageTags }, scene).writer).toMatchObject({ image: 'gravador' });
  const unclear = { past: [past('xyz'), past('abc')] };
  const tags = ['xyz:latest', 'abc:latest'];
  expect(bind({ volumes: [volume('coisas')], imageTags: tags }, unclear).writer).toMatchObject({ how: 'none' });
});

test('--bind names a volume, a container, or the image of one that is gone', () => {
  const facts = { volumes: [volume('coisas'), volume('app-data')], imageTags: ['projeto:1'] };
  const found = bind(facts, {}, { volume: 'coisas', writer: 'projeto:1' });
  expect(found.volume).toMatchObject({ volume: 'coisas', how: 'bind' });
  expect(found.writer).toMatchObject({ image: 'projeto:1', how: 'bind', container: undefined });
  expect(bind(facts, {}, { volume: 'outro', writer: 'outro' })).toMatchObject({
    writer: { how: 'none' },
    volume: { how: 'none' },
  });
});

test("the lab's own volumes, another challenge's, and leftovers without a name, play no role", () => {
  const volumes = [
    volume('banco', { [label.session]: 'host/1/ab' }),
    volume('dados', { [label.challenge]: '03-api-postgres-redis' }),
    volume('ab'.repeat(32)),
  ];
  const holders = new Set(volumes.map(({ name }) => name));
  expect(bind({ volumes }, { holders }).volume).toMatchObject({ how: 'none' });
});

test('a container that keeps nothing anywhere is the writer only where its name says so by itself', () => {
  expect(bind({ containers: [container('api', [])] }).writer).toMatchObject({ how: 'none' });
  expect(bind({ containers: [container('meu-gravador', [])] }).writer).toMatchObject({ name: 'meu-gravador' });
  expect(bind({ containers: [container('api', [mount('dados')])], volumes: [volume('dados')] }).writer).toMatchObject({
    name: 'api',
  });
});

test('a volume with a server’s files is told of where none plays the role, and plays none itself', () => {
  const foreign = [{ volume: 'pgdados', software: 'PostgreSQL' }];
  const volumes = [volume('pgdados')];
  const found = bind({ volumes }, { holders: new Set(), foreign });
  expect(found.volume).toMatchObject({ how: 'none', foreign });
  const beside = bind({ volumes: [...volumes, volume('xis')] }, { holders: new Set(['xis']), foreign });
  expect(beside.volume).toMatchObject({ volume: 'xis' });
  expect(beside.volume).not.toHaveProperty('foreign');
});

const folder = (source: string, target = '/dados', writable = true): MountFacts => ({
  ...{ type: 'bind', source, target, writable },
});

test.each(['tucano', 'c1'])(
  'who keeps what it writes in a folder of the host is found, though its name is %s',
  name => {
    const containers = [container(name, [folder('/home/ana/pasta')])];
    const { writer } = bind({ containers }, { holders: new Set() });
    expect(writer).toMatchObject({ name, how: 'structure' });
    expect(writer?.clues).toContainEqual({ kind: 'binds', weight: 6, folder: '/home/ana/pasta' });
  },
);

test('a folder of the host tells nothing where a volume holds a database, nobody has looked, or it is lent for something else', () => {
  const containers = [container('tucano', [folder('/home/ana/pasta')])];
  expect(bind({ containers }, { holders: undefined }).writer).toMatchObject({ how: 'none' });
  const volumes = [volume('coisas')];
  expect(bind({ containers, volumes }, { holders: new Set(['coisas']) }).writer).toMatchObject({ how: 'none' });
  const lent = [folder('/var/run/docker.sock', '/var/run/docker.sock'), folder('/home/ana', '/app', false)];
  expect(bind({ containers: [container('tucano', lent)] }, { holders: new Set() }).writer).toMatchObject({
    how: 'none',
  });
});

describe('two on one volume', () => {
  const volumes = [volume('coisas')];
  const scene = { holders: new Set(['coisas']) };

  test('one’s own program is the writer, and what it is looked at with is not', () => {
    const containers = [container('arara', [mount('coisas')]), container('tucano', [mount('coisas')])];
    const images = [fakeImage('arara', { origin: 'pulled' }), fakeImage('tucano')];
    expect(bind({ volumes, containers, images }, scene).writer).toMatchObject({ name: 'tucano' });
  });

  test('an earlier try of the same image that has stopped is passed over, and that is said', () => {
    const old = container('tucano-1', [mount('coisas')], { state: 'exited', image: 'tucano:1', imageId: 'sha256:1' });
    const now = container('tucano-2', [mount('coisas')], { image: 'tucano:2', imageId: 'sha256:2' });
    const { writer } = bind({ volumes, containers: [old, now] }, scene);
    expect(writer).toMatchObject({ name: 'tucano-2', preferred: { why: 'running', over: ['tucano-1'] } });
  });

  test('another that has ended may have written', () => {
    const ended = container('arara', [mount('coisas')], { state: 'exited' });
    const { writer } = bind({ volumes, containers: [ended, container('tucano', [mount('coisas')])] }, scene);
    expect(writer).toMatchObject({ how: 'ambiguous', candidates: ['arara', 'tucano'] });
  });

  test('of two copies the later one is taken, and that is said', () => {
    const same = { image: 'gravador', imageId: 'sha256:g' };
    const one = container('xis', [mount('coisas')], { ...same, createdAt: '2026-11-21T10:00:00Z' });
    const other = container('ipsilon', [mount('coisas')], { ...same, createdAt: '2026-11-21T11:00:00Z' });
    const { writer } = bind({ volumes, containers: [other, one] }, scene);
    expect(writer).toMatchObject({ name: 'ipsilon', preferred: { why: 'latest', over: ['xis'] } });
  });
});
