import { describe, expect, test } from 'vitest';
import { networkedContainers } from '../../challenges/01-networked-containers/challenge.ts';
import { ownWords } from '../roles/own-words.ts';
import { fakeAttachment, fakeContainer } from '../test/fakes/facts.ts';
import { callableNames, imageName, instructionsOf, mentions, wordsOf } from './names.ts';

test.each([
  ['D1-MeuServidor_2', ['d', 'meu', 'servidor']],
  ['minha.aplicação', ['minha', 'aplicacao']],
  ['API', ['api']],
  ['42', []],
])('the words of %s', (name, words) => {
  expect(wordsOf(name)).toEqual(words);
});

test('a role’s own words are its suggested name and its titles without articles', () => {
  expect(networkedContainers.roles.map(role => [...ownWords(role)])).toEqual([
    ['server', 'servidor'],
    ['client', 'cliente'],
  ]);
});

test.each([
  ['registry:5000/maria/servidor:1', 'servidor'],
  ['servidor', 'servidor'],
  ['lab/node:26-dev', 'node'],
  ['maria/api@sha256:0123', 'api'],
])('the name of the image %s', (reference, name) => {
  expect(imageName(reference)).toBe(name);
});

test('a container is called by its name, hostname and aliases, not by ids of the engine’s making', () => {
  const { id } = fakeContainer('server');
  const networks = [
    fakeAttachment('a', '10.0.0.2', [id.slice(0, 12), 'api']),
    fakeAttachment('b', '10.0.1.2', ['api']),
  ];
  expect(callableNames(fakeContainer('server', { networks }))).toEqual(['server', 'api']);
  expect(callableNames(fakeContainer('server', { hostname: 'minha-api' }))).toEqual(['server', 'minha-api']);
});

describe('a text mentions a name', () => {
  test.each(['http://server:8080', 'server', 'curl -s SERVER/x', 'wget server.', "fetch('http://server')"])(
    'in %s',
    text => {
      expect(mentions(text, 'server')).toBe(true);
    },
  );

  test.each(['my-server', 'server-2', 'servers', 'server.js', 'node server.ts', 'api.server'])('not in %s', text => {
    expect(mentions(text, 'server')).toBe(false);
  });

  test('as it stands, though it may have a dot', () => {
    expect(mentions('http://172.18.0.2:80', '172.18.0.2')).toBe(true);
    expect(mentions('http://172.18.0.20', '172.18.0.2')).toBe(false);
    expect(mentions('http://172x18x0x2', '172.18.0.2')).toBe(false);
  });
});

test('what a container was told is its command and the values of its environment', () => {
  const told = instructionsOf(fakeContainer('c', { command: ['wget', 'api'], env: { URL: 'http://server' } }));
  expect(told.split('\n')).toEqual(['wget', 'api', 'http://server']);
});
