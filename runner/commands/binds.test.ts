import { describe, expect, test } from 'vitest';
import { catalogue } from '../../challenges/catalogue.ts';
import type { ContainerFacts } from '../engine/facts.ts';
import { UsageError } from '../errors.ts';
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

test('a container is meant by its name or the beginning of its id', () => {
  expect(resolveBinds('en', challenge, { server: 'web' }, containers)).toEqual({ server: 'web' });
  expect(resolveBinds('en', challenge, { server: id.slice(0, 12) }, containers)).toEqual({ server: 'web' });
});

test('a container that is not there is wrong usage that lists those that are', () => {
  expect(() => resolveBinds('en', challenge, { server: 'wbe' }, containers)).toThrow(UsageError);
  expect(() => resolveBinds('en', challenge, { server: 'abcdef' }, containers)).toThrow(
    expect.objectContaining({ why: 'The containers are: web.' }),
  );
  expect(() => resolveBinds('pt-BR', challenge, { server: 'web' }, [])).toThrow('não existe');
});
