import { expect, test } from 'vitest';
import { type Change, changeOf } from './removal-request.ts';
import { decide } from './rules/decide.ts';

function changeBy(line: string, body?: object): Change {
  const [method = '', path = ''] = line.split(' ');
  const decision = decide({ method, path, ...(body === undefined ? {} : { body: body as never }) });
  if (!decision.allow) throw new Error(decision.reason.code);
  return changeOf(decision);
}

test.each([
  ['DELETE /v1.45/containers/servidor?force=1', 'docker rm', 'container', 'servidor'],
  ['DELETE /containers/api-1', 'docker rm', 'container', 'api-1'],
  ['POST /v1.41/containers/db/stop?t=3', 'docker stop', 'container', 'db'],
  ['POST /v1.41/containers/db/kill?signal=SIGKILL', 'docker kill', 'container', 'db'],
  ['POST /v1.41/containers/db/kill', 'docker kill', 'container', 'db'],
  ['DELETE /v1.41/networks/rede', 'docker network rm', 'network', 'rede'],
  ['DELETE /v1.41/volumes/dados', 'docker volume rm', 'volume', 'dados'],
  ['POST /v1.41/containers/prune', 'docker container prune', 'container', ''],
  ['POST /v1.41/volumes/prune', 'docker volume prune', 'volume', ''],
])('%s takes away', (line, command, of, reference) => expect(changeBy(line)).toMatchObject({ command, of, reference }));

test.each([
  ['POST /v1.41/networks/create', { Name: 'n1' }],
  ['POST /v1.41/networks/n1/connect', { Container: 'web' }],
  ['POST /v1.41/networks/n1/disconnect', { Container: 'web' }],
  ['POST /v1.41/containers/web/restart', undefined],
  ['POST /v1.41/containers/web/start', undefined],
  ['POST /v1.41/containers/create', { Image: 'x', HostConfig: { AutoRemove: true } }],
  ['POST /v1.41/containers/create', { Image: 'x', AttachStdout: true }],
])('%s %j makes or changes', (line, body) => expect(changeBy(line, body)).toBe('made'));

test('what runs in the foreground and removes itself is beside what is there', () => {
  const body = { Image: 'x', AttachStdout: true, HostConfig: { AutoRemove: true } };
  expect(changeBy('POST /v1.41/containers/create', body)).toBe('aside');
});

test.each([
  `POST /v1.41/containers/${'a'.repeat(64)}/start`,
  'POST /v1.41/containers/web/kill?signal=HUP',
  'GET /v1.41/containers/json',
  'DELETE /v1.41/images/app',
])('%s is neither', line => expect(changeBy(line)).toBeUndefined());
