import { describe, expect, test } from 'vitest';
import { engineEvent, readEvent } from './read-event.ts';

const id = 'db2610b65c1c';

test('an event of Docker', () => {
  const json = {
    ...{ status: 'start', id, Type: 'container', Action: 'start', scope: 'local' },
    Actor: { ID: id, Attributes: { name: 'server', image: 'server' } },
    ...{ time: 1796045672, timeNano: 1796045672303000000 },
  };
  expect(readEvent(JSON.stringify(json))).toEqual({
    at: '2026-11-30T13:34:32.303Z',
    type: 'container',
    action: 'start',
    id,
    attributes: { name: 'server', image: 'server' },
  });
});

test('what is pruned is told of without an id', () => {
  const attributes = { reclaimed: '0' };
  const prune = { Type: 'container', Action: 'prune', Actor: { ID: '', Attributes: attributes }, time: 1 };
  const told = { at: '1970-01-01T00:00:01.000Z', type: 'container', action: 'prune', id: '', attributes };
  expect(engineEvent(prune)).toEqual(told);
  expect(engineEvent({ ...prune, Actor: { Attributes: attributes } })).toEqual(told);
});

describe('Podman’s words are Docker’s', () => {
  test.each([
    ['container', 'died', 'die'],
    ['container', 'remove', 'destroy'],
    ['container', 'exec_died', 'exec_die'],
    ['volume', 'remove', 'destroy'],
    ['image', 'remove', 'delete'],
    ['container', 'cleanup', 'cleanup'],
    ['constructor', 'toString', 'toString'],
  ])('%s %s', (type, word, action) => {
    expect(engineEvent({ Type: type, Action: word, Actor: { ID: id } })).toMatchObject({ type, action, id });
  });

  test('the name of a volume, and who joins a network, stand where Docker has them', () => {
    const volume = { Type: 'volume', Action: 'create', Actor: { ID: '', Attributes: { name: 'data' } } };
    expect(engineEvent(volume).id).toBe('data');
    const join = { Type: 'network', Action: 'connect', Actor: { ID: id, Attributes: { name: 'server' } } };
    expect(engineEvent(join).attributes.container).toBe(id);
    const dockers = { ...join, Actor: { ID: 'n', Attributes: { container: id } } };
    expect(engineEvent(dockers)).toMatchObject({ id: 'n', attributes: { container: id } });
  });
});

test.each([
  ['nothing at all', ''],
  ['half a line', '{"Type":"cont'],
  ['no record', '42'],
  ['an empty record', '{}'],
  ['values of other kinds', '{"Type":1,"Action":null,"Actor":[],"time":"x","timeNano":1e300}'],
])('%s is an event of which nothing is known', (_, line) => {
  const event = readEvent(line);
  expect(event).toMatchObject({ type: '', action: '', id: '', attributes: {} });
  expect(Date.parse(event.at)).not.toBeNaN();
});

test('attributes that are no text are left out', () => {
  const { attributes } = readEvent('{"Type":"container","Actor":{"Attributes":{"image":7,"name":"x"}}}');
  expect(attributes).toEqual({ name: 'x' });
});
