import { expect, test } from 'vitest';
import { parseEngineAddress, socketPathOf } from './engine-address.ts';

test.each([
  ['unix:///var/run/docker.sock', 'unix:///var/run/docker.sock'],
  ['  tcp://127.0.0.1:2375 ', 'tcp://127.0.0.1:2375'],
  ['tcp://[::1]:2376', 'tcp://[::1]:2376'],
  ['ssh://user@host', 'ssh://user@host'],
  ['https://engine.example:2376', 'https://engine.example:2376'],
])('%j is an address', (text, address) => {
  expect(parseEngineAddress(text)).toEqual({ address });
});

test.each([
  ['garbage', 'not-an-address'],
  ['/var/run/docker.sock', 'not-an-address'],
  ['unix://docker.sock', 'relative-path'],
  ['unix://', 'relative-path'],
  ['npipe:////./pipe/docker_engine', 'unsupported-scheme'],
  ['fd://', 'unsupported-scheme'],
  ['tcp://', 'no-host'],
  ['tcp://host:port', 'not-an-address'],
])('%j is none: %s', (text, fault) => {
  expect(parseEngineAddress(text)).toEqual({ fault });
});

test('only a unix address has a socket path', () => {
  expect(socketPathOf('unix:///a b/c.sock')).toBe('/a b/c.sock');
  expect(socketPathOf('tcp://127.0.0.1:2375')).toBeUndefined();
});
