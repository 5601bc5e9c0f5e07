import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { containerFacts, environmentOf, imageFacts, networkFacts, volumeFacts } from './inspect.ts';

/** Recorded from Docker 20.10.24 (API 1.41). */
const recorded = (name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../test/fixtures/engine-20.10', `${name}.json`), 'utf8'));

describe('containers', () => {
  test('one that runs on a network of its own', () => {
    const facts = containerFacts(recorded('container-run'));
    expect(facts).toMatchObject({
      name: 'fix-run',
      image: 'fix-built',
      state: 'running',
      command: ['/usr/bin/node', '-e', 'setInterval(()=>{},1000)'],
      networkMode: 'fix-net',
      extraHosts: ['outro:10.0.0.9'],
      restartPolicy: 'unless-stopped',
      restartCount: 0,
      finishedAt: undefined,
      health: undefined,
    });
    expect(facts.env).toMatchObject({ TOKEN: 'a=b', COLOUR: 'blue' });
    expect(facts.labels).toMatchObject({ projeto: 'aula' });
    expect(facts.networks).toHaveLength(1);
    expect(facts.networks[0]).toMatchObject({ network: 'fix-net', address: '10.77.0.2', gateway: '10.77.0.1' });
    expect(facts.networks[0]?.aliases).toContain('api');
    expect(facts.ports).toContainEqual({
      container: 8080,
      protocol: 'tcp',
      host: [{ address: '127.0.0.1', port: 18099 }],
    });
    expect(facts.ports).toContainEqual({ container: 5353, protocol: 'udp', host: [] });
    expect(facts.mounts).toContainEqual({ type: 'volume', source: 'fix-data', target: '/data', writable: true });
    expect(facts.mounts).toContainEqual({ type: 'bind', source: '/tmp', target: '/host', writable: false });
  });

  test('one that has ended', () => {
    const facts = containerFacts(recorded('container-gone'));
    expect(facts).toMatchObject({ state: 'exited', exitCode: 3, outOfMemory: false });
    expect(Date.parse(facts.finishedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(facts.startedAt ?? ''));
  });

  test("one on the host's network with a terminal", () => {
    expect(containerFacts(recorded('container-host'))).toMatchObject({ networkMode: 'host', tty: true });
  });

  test('one that was never started', () => {
    expect(containerFacts(recorded('container-new'))).toMatchObject({
      state: 'created',
      startedAt: undefined,
      finishedAt: undefined,
    });
  });
});

describe('where an image came from', () => {
  const built = recorded('image-built');
  const untraced = { ...built, Parent: '', Metadata: { LastTagTime: '0001-01-01T00:00:00Z' } };

  test.each([
    ['built by the classic builder', built, 'built'],
    ['built by BuildKit, which leaves no parent', { ...built, Parent: '' }, 'built'],
    ['built here and pushed', { ...built, Parent: '', RepoDigests: ['maria/api@sha256:0'] }, 'built'],
    ['the official image under a new tag', { ...built, Parent: '', RepoDigests: ['nginx@sha256:0'] }, 'pulled'],
    ['pulled', { ...untraced, RepoDigests: ['maria/api@sha256:0'] }, 'pulled'],
    ['loaded from an archive', { ...untraced, RepoDigests: [] }, 'loaded'],
    ['without a tag', { ...untraced, RepoTags: [], RepoDigests: [] }, 'built'],
    ['imported', recorded('image-imported'), 'imported'],
    ["the lab's own", recorded('image-lab'), 'lab'],
    ["the lab's own under another tag", { ...recorded('image-lab'), RepoTags: ['lab/node:26', 'meu:1'] }, 'lab'],
    ["built on the lab's own, whose labels it has", { ...built, RepoTags: ['lab/meu:1'] }, 'built'],
    ['pulled, where containerd keeps the images', { ...untraced, Descriptor: {}, Identity: { Pull: [{}] } }, 'pulled'],
    ['built, where containerd keeps the images', { ...untraced, Descriptor: {}, RepoDigests: ['a@sha256:0'] }, 'built'],
  ])('%s', (_, json, origin) => {
    expect(imageFacts(json).origin).toBe(origin);
  });

  // `docker pull X; docker tag X mine`, with and without `docker rmi X` after it, as inspect tells it.
  const buildkit = { Parent: '', DockerVersion: '', Comment: 'buildkit.dockerfile.v0', Container: '' };
  const renamed = { ...built, ...buildkit, Created: '2026-10-02T11:00:00Z', RepoTags: ['mine:latest'] };
  const asItIs = { ...renamed, Config: { ...built.Config, WorkingDir: '', Cmd: ['node'] } };
  const containerd = { Descriptor: { size: 1 }, RepoDigests: ['mine@sha256:0'] };

  test.each([
    ['somebody’s, under a new name', { ...renamed, RepoDigests: ['maria/api@sha256:0'] }, 'unclear'],
    ['an official one, whose own name is gone', asItIs, 'unclear'],
    [
      'one of the classic builder, which leaves a parent',
      { ...renamed, DockerVersion: '24.0.7', Comment: '' },
      'unclear',
    ],
    ['one’s own, built again out of the cache', renamed, 'built'],
    ['one’s own, named as it was built', { ...asItIs, Created: built.Created }, 'built'],
    ['official, where containerd keeps the images', { ...renamed, ...containerd, RepoTags: ['node:22'] }, 'pulled'],
    ['official and renamed there', { ...asItIs, ...containerd }, 'unclear'],
    ['somebody’s there', { ...renamed, ...containerd, RepoTags: ['maria/api:1'] }, 'unclear'],
    ['one’s own there', { ...renamed, ...containerd }, 'built'],
    ['pulled and renamed, where the engine tells it', { ...asItIs, ...containerd, Identity: { Pull: [{}] } }, 'pulled'],
  ])('renamed or built again: %s', (_, json, origin) => {
    expect(imageFacts(json).origin).toBe(origin);
  });

  test('its settings', () => {
    expect(imageFacts(built)).toMatchObject({
      tags: ['fix-built:latest'],
      entrypoint: ['/usr/bin/node'],
      exposedPorts: [5353, 8080],
    });
    expect(imageFacts(recorded('image-lab')).user).toMatch(/node|65532/);
  });
});

test('networks: the default bridge is nobody’s own', () => {
  const [one, other] = recorded('networks').map(networkFacts);
  expect([one, other].find(network => network.name === 'bridge')).toMatchObject({ userDefined: false });
  expect([one, other].find(network => network.name === 'fix-net')).toMatchObject({
    userDefined: true,
    driver: 'bridge',
    subnets: ['10.77.0.0/24'],
  });
});

test('volumes: one that the engine named is anonymous', () => {
  const facts = recorded('volumes').map(volumeFacts);
  expect(facts.filter((volume: { anonymous: boolean }) => volume.anonymous)).toHaveLength(1);
  expect(facts.find((volume: { name: string }) => volume.name === 'fix-data')).toMatchObject({
    anonymous: false,
    driver: 'local',
  });
});

test('an environment without values', () => {
  expect(environmentOf(['A=', 'B', 'C=1=2'])).toEqual({ A: '', B: '', C: '1=2' });
  expect(environmentOf(null)).toEqual({});
});
