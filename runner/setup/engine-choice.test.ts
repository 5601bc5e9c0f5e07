import { expect, test } from 'vitest';
import { engineChoice } from './engine-choice.ts';

const config = (currentContext: string | undefined) => async () => ({ currentContext });
const broken = () => Promise.reject(new Error('broken config'));

test('DOCKER_HOST comes before everything, and a broken configuration does not matter then', async () => {
  const env = { DOCKER_HOST: 'unix:///x', DOCKER_CONTEXT: 'colima' };
  expect(await engineChoice(env, '/cfg', broken)).toEqual({ kind: 'host', address: 'unix:///x', tls: undefined });
});

test('DOCKER_TLS_VERIFY takes the files of DOCKER_CERT_PATH, or else those of the configuration folder', async () => {
  const env = { DOCKER_HOST: 'tcp://h:2376', DOCKER_TLS_VERIFY: '1' };
  expect(await engineChoice(env, '/cfg', broken)).toMatchObject({ tls: { ca: '/cfg/ca.pem' } });
  const elsewhere = { ...env, DOCKER_CERT_PATH: '/certs' };
  expect(await engineChoice(elsewhere, '/cfg', broken)).toMatchObject({ tls: { key: '/certs/key.pem' } });
});

test('then DOCKER_CONTEXT, then the context of `docker context use`', async () => {
  expect(await engineChoice({ DOCKER_CONTEXT: 'a' }, '/cfg', config('b'))).toEqual({
    kind: 'context',
    name: 'a',
    chosenBy: 'DOCKER_CONTEXT',
  });
  expect(await engineChoice({}, '/cfg', config('b'))).toMatchObject({ name: 'b', chosenBy: 'docker context use' });
});

test('no choice: nothing set, empty values, or the default context', async () => {
  expect(await engineChoice({}, '/cfg', config(undefined))).toEqual({ kind: 'none' });
  expect(await engineChoice({ DOCKER_HOST: ' ', DOCKER_CONTEXT: '' }, '/cfg', config(undefined))).toEqual({
    kind: 'none',
  });
  expect(await engineChoice({ DOCKER_CONTEXT: 'default' }, '/cfg', config('b'))).toEqual({ kind: 'none' });
});
