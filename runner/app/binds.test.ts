import { describe, expect, test } from 'vitest';
import { sqliteVolume } from '../../challenges/02-sqlite-volume/challenge.ts';
import { catalogue } from '../../challenges/catalogue.ts';
import { UsageError } from '../base/errors.ts';
import type { ContainerFacts } from '../engine/facts.ts';
import { presentBinds } from '../roles/present-binds.ts';
import { fakeFacts } from '../test/fakes/facts.ts';
import { parseBinds, resolveBinds } from './binds.ts';

const [challenge] = catalogue;
if (challenge === undefined) throw new Error('the catalogue is empty');

test('reads roles and names', () => {
  expect(parseBinds('en', challenge, ['server=servidor', ' client = my=cliente '])).toEqual({
    server: 'servidor',
    client: 'my=cliente',
  });
});

describe('garbage is wrong usage that lists the roles', () => {
  test.each(['foo', '=x', 'server=', '', '=', 'nope=server', 'Server=x', '__proto__=x'])('%j', given => {
    expect(() => parseBinds('en', challenge, [given])).toThrow(
      expect.objectContaining({ name: 'UsageError', exitCode: 2, why: 'The roles are: server, client.' }),
    );
  });
  test('a role twice', () => {
    expect(() => parseBinds('en', challenge, ['server=a', 'server=b'])).toThrow('twice');
  });
});

const id = 'abcdef012345'.repeat(5);
const containers = [{ id, name: 'web' } as ContainerFacts];
const nothing = fakeFacts();
const facts = fakeFacts({ containers, imageTags: ['meu-app:latest'] });

test('a container is meant by its name or the beginning of its id', () => {
  expect(resolveBinds('en', challenge, { server: 'web' }, facts)).toEqual({ server: 'web' });
  expect(resolveBinds('en', challenge, { server: id.slice(0, 12) }, facts)).toEqual({ server: 'web' });
});

test('of what lab.json notes, only what is there counts', () => {
  expect(presentBinds({ server: 'web', client: 'later', writer: 'meu-app' }, facts)).toEqual({
    server: 'web',
    writer: 'meu-app',
  });
});

test('a container that is not there is wrong usage that lists those that are', () => {
  expect(() => resolveBinds('en', challenge, { server: 'wbe' }, facts)).toThrow(UsageError);
  expect(() => resolveBinds('en', challenge, { server: 'abcdef' }, facts)).toThrow(
    expect.objectContaining({ why: 'The containers are: web.' }),
  );
  expect(() => resolveBinds('pt-BR', challenge, { server: 'web' }, nothing)).toThrow('não existe');
});

describe('where data are kept in a volume', () => {
  const volumes = ['dados', 'f'.repeat(64)].map(name => ({
    name,
    driver: 'local',
    anonymous: name !== 'dados',
    labels: {},
  }));
  const here = fakeFacts({ containers, volumes, imageTags: ['meu-app:latest', 'web:latest'] });
  const resolve = (binds: Record<string, string>) => resolveBinds('en', sqliteVolume, binds, here);

  test('a volume is meant by its name, or the beginning of one that nobody gave it', () => {
    expect(resolve({ volume: 'dados' })).toEqual({ volume: 'dados' });
    expect(resolve({ volume: 'f'.repeat(12) })).toEqual({ volume: 'f'.repeat(64) });
    expect(() => resolve({ volume: 'web' })).toThrow(
      expect.objectContaining({ why: expect.stringContaining('dados') }),
    );
  });

  test('who keeps the data is a container, or an image where the container is gone', () => {
    expect(resolve({ writer: 'web' })).toEqual({ writer: 'web' });
    expect(resolve({ writer: 'meu-app' })).toEqual({ writer: 'meu-app' });
    expect(() => resolve({ writer: 'outro' })).toThrow(UsageError);
  });

  test('an image plays no role where containers are looked for', () => {
    expect(() => resolveBinds('en', challenge, { server: 'meu-app' }, here)).toThrow(UsageError);
  });
});
