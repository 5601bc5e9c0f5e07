import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { networkedContainers as challenge } from '../../challenges/01-networked-containers/challenge.ts';
import { containerFacts } from '../engine/dockerode/inspect.ts';
import type { ContainerFacts, Facts } from '../engine/facts.ts';
import { tell } from '../language/tell.ts';
import { fakeContainer, fakeFacts, fakeImage, fakeNetwork } from '../test/fakes/facts.ts';
import { whyNotRunning } from './not-running.ts';

/** Recorded from Docker 20.10.24 (API 1.41): a container of challenge 1's server that does not run. */
const recorded = (name: string): ContainerFacts =>
  containerFacts(
    JSON.parse(
      readFileSync(join(import.meta.dirname, '../test/fixtures/engine-20.10', `container-${name}.json`), 'utf8'),
    ),
  );

function words(container: ContainerFacts, more: Partial<Facts> = {}, language: 'en' | 'pt-BR' = 'en') {
  const [role] = challenge.roles;
  if (role === undefined) throw new TypeError('challenge 1 has roles');
  const image = fakeImage('server', { ...imageOf(recorded('port-taken')), ...more.images?.[0], id: container.imageId });
  const networks = [fakeNetwork('app-net')];
  const facts = fakeFacts({ networks, ...more, containers: [container, ...(more.containers ?? [])], images: [image] });
  const { observed, next } = whyNotRunning({ container, role, challenge, facts });
  return { observed: tell(observed, challenge, language), next };
}

/** What the server's image brings, as a container has it that was given nothing else. */
const imageOf = ({ env, command, user = '' }: ContainerFacts) => {
  const { X: _, ...own } = env;
  return { env: own, user, entrypoint: command.slice(0, 1), command: command.slice(1) };
};
const publishing = (port: number, state: ContainerFacts['state'] = 'running') =>
  fakeContainer('holder', {
    state,
    ports: [{ container: 80, protocol: 'tcp', host: [{ address: '0.0.0.0', port }] }],
  });
const removed = 'docker rm --force server && docker run --detach --name server --network app-net';

test('a port that another container publishes is told with its name, and another one is taken', () => {
  const { observed, next } = words(recorded('port-taken'), { containers: [publishing(8080), publishing(8081)] });
  expect(observed).toBe(
    '`server` could not be started. Port 8080 of the host is taken by `holder`. ' +
      'The engine says: “Bind for 0.0.0.0:8080 failed: port is already allocated”',
  );
  expect(next).toBe(`${removed} --publish 8082:8080 --env X=1 server`);
  expect(words(recorded('port-taken'), { containers: [publishing(8080)] }, 'pt-BR').observed).toContain('ocupada por');
});

test('a port that its container has given back is free for who wanted it', () => {
  expect(words(recorded('port-taken'), { containers: [publishing(8080, 'exited')] })).toMatchObject({
    observed: expect.stringContaining('was taken'),
    next: 'docker start server',
  });
});

test('a port that a program of the host has is told so, and another one is taken', () => {
  const { observed, next } = words(recorded('port-in-use'));
  expect(observed).toContain('Port 9090 of the host is in use, and no other container publishes it');
  expect(next).toBe(`${removed} --publish 9091:8080 server`);
});

test('one that was created and never started is told so, with no exit code that it never had', () => {
  const { error: _, ...silent } = recorded('port-taken');
  expect(words(silent)).toEqual({ observed: '`server` was created, but never started.', next: 'docker start server' });
  const held = words(silent, { containers: [publishing(8080)] });
  expect(held.observed).toContain('taken by `holder`');
  expect(held.next).toContain('--publish 8081:8080');
});

test('a program that is not there, given by hand, is left out', () => {
  const { observed, next } = words(recorded('no-program'));
  expect(observed).toContain('There is no program `nosuch` in it.');
  expect(next).toBe(`${removed} server`);
});

test('a program that is not there, in the image, has it built anew, and then run', () => {
  const container = { ...recorded('no-program'), command: ['nosuch'] };
  const own = { entrypoint: ['nosuch'], command: [], env: container.env, user: container.user ?? '' };
  const old = fakeImage('server', own);
  expect(words(container, { images: [old], imageTags: ['server:latest'] }).next).toBe(challenge.roles[0]?.build);
  const untagged = fakeImage('server', { ...own, tags: [] });
  expect(words(container, { images: [untagged], imageTags: ['server:latest'] }).next).toBe(`${removed} server`);
});

test('a mount that cannot be is left out, and the others stay', () => {
  const { observed, next } = words(recorded('mount'));
  expect(observed).toMatch(/`\S*nofile2\S*` of the host cannot be mounted on `\/etc\/passwd`/);
  expect(next).toMatch(/--volume \S+:\/etc\/hosts.allow server$/);
  expect(next).not.toContain('/etc/passwd');
});

test('a network, or a user, that is not there gives way to one that is', () => {
  expect(words(recorded('no-network')).next).toBe(`${removed} server`);
  expect(words(recorded('no-network'), { networks: [] }).next).toBe('docker network create app-net');
  expect(words(recorded('no-user'))).toMatchObject({
    observed: expect.stringContaining('no user `nobodyx`'),
    next: `${removed} server`,
  });
});

test('who ran out of a small memory gets more; of a large one, its log is to be looked at', () => {
  const killed = recorded('out-of-memory');
  expect(words(killed)).toEqual({
    observed: '`server` was killed because it ran out of memory. It may use 12 MiB.',
    next: 'docker update --memory 512m --memory-swap 1g server && docker start server',
  });
  expect(words({ ...killed, memoryLimit: 2 ** 30 }).next).toBe('docker logs --tail 20 server');
});
