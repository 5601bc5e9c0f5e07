import { expect, test } from 'vitest';
import { PolicyRefusal } from './refusal.ts';
import { readTarget } from './request-target.ts';

test.each([
  ['/v1.41/containers/json', 'v1.41 containers json'],
  ['/containers/json', 'v1.41 containers json'],
  ['/v1.24//containers/./json/', 'v1.24 containers json'],
  ['/v1.45/%63ontainers/%6Ason', 'v1.45 containers json'],
  ['/v1.41/images/lab%2fnode:26/json', 'v1.41 images lab node:26 json'],
  ['/v1.41/%2e/info', 'v1.41 info'],
])('%s is read as %s', (target, read) => {
  const { version, segments } = readTarget(target);
  expect([version, ...segments].join(' ')).toBe(read);
});

test.each([
  '/v1.41/containers/../swarm',
  '/v1.41/containers/%2e%2e/swarm',
  '/v1.41/containers/%2E./swarm',
  '/v1.41/containers/..%2fswarm',
  '/v1.41/containers/%252e%252e/swarm',
  '/v1.41/containers/a%00b/json',
  '/v1.41/containers/a%0d%0aX:y/json',
  '/v1.41/containers/a\\b/json',
  '/v1.41/containers/a b/json',
  '/v1.41/containers/%ff/json',
  '/v1.41/containers/%zz/json',
  '/v1.41/containers/caf\u00e9/json',
  '/v1.41/info#x',
  '/v1.41/build?a=1;b=2',
  'http://docker/v1.41/info',
  '*',
  '',
  '/v1.5/info',
  '/v2.0/info',
  '/v1.041/info',
  `/v1.41/${'x'.repeat(20_000)}`,
])('%s is refused', target => {
  expect(() => readTarget(target)).toThrow(PolicyRefusal);
});

test('a query is read once, too', () => {
  const { query } = readTarget('/build?t=a%2Fb&t=c+d&q&x=1=2&y=%2525');
  expect(Object.fromEntries(query)).toEqual({ t: ['a/b', 'c d'], q: [''], x: ['1=2'], y: ['%25'] });
});
