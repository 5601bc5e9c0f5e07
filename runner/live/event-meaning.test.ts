import { describe, expect, test } from 'vitest';
import type { EngineEvent } from '../engine/facts.ts';
import { label } from '../engine/labels.ts';
import { containerOf, execEndedIn, isNoNewVolume, isTelling, staleAfter } from './event-meaning.ts';

const event = (type: string, action: string, attributes: Record<string, string> = {}, id = 'x'): EngineEvent => ({
  at: '2026-11-21T00:00:00.000Z',
  type,
  action,
  id,
  attributes,
});

describe('what has to be looked at again', () => {
  const nothing = { containers: [], networks: false, volumes: false, images: false };
  test.each([
    ['a container that starts', event('container', 'start'), { ...nothing, containers: ['x'] }],
    ['one that is healthy now', event('container', 'health_status: healthy'), { ...nothing, containers: ['x'] }],
    ['one that was connected', event('network', 'connect', { container: 'c' }), { ...nothing, containers: ['c'] }],
    ['a network that was made', event('network', 'create'), { ...nothing, networks: true }],
    ['a volume that was removed', event('volume', 'destroy'), { ...nothing, volumes: true }],
    ['a tag', event('image', 'tag'), { ...nothing, images: true }],
    ['an image made of a container', event('container', 'commit'), { ...nothing, images: true }],
  ])('%s', (_, of, stale) => expect(staleAfter(of)).toEqual(stale));

  test.each([
    ['containers that are pruned', event('container', 'prune', { reclaimed: '0' }, '')],
    ['images that are pruned', event('image', 'prune', {}, '')],
    ['what could not be read', event('', '', {}, '')],
    ['a container without an id', event('container', 'die', {}, '')],
  ])('everything after %s', (_, of) => expect(staleAfter(of)).toBe('everything'));

  test.each([
    ['the builder’s cache', 'builder', 'prune'],
    ['a plugin', 'plugin', 'remove'],
    ['a secret of a swarm', 'secret', 'create'],
    ['a kind that nobody knows', 'toString', 'constructor'],
  ])('nothing after an event of %s', (_, type, action) => {
    expect(staleAfter(event(type, action, {}, ''))).toBeUndefined();
    expect(containerOf(event(type, action, {}, ''))).toBeUndefined();
  });

  test.each([
    ['a command in a container', event('container', 'exec_die')],
    ['a volume that is mounted', event('volume', 'mount')],
    ['a helper of the lab', event('container', 'start', { [label.session]: 'y' })],
    ['a helper’s own volume', event('volume', 'create', {}, 'estaleiro-scratch-1')],
    ['a step of the classic builder', event('container', 'create', { image: 'sha256:abc' })],
    ['an image that is saved', event('image', 'save')],
    ['the engine’s own settings', event('daemon', 'reload')],
  ])('nothing after %s', (_, of) => {
    expect(staleAfter(of)).toBeUndefined();
    expect(isTelling(of)).toBe(false);
  });
});

test('a volume that is there already is not created by mounting it', () => {
  const known = new Set(['data']);
  expect(isNoNewVolume(event('volume', 'create', {}, 'data'), known)).toBe(true);
  expect(isNoNewVolume(event('volume', 'create', {}, 'new'), known)).toBe(false);
  expect(isNoNewVolume(event('volume', 'create', {}, 'new'), known)).toBe(true);
  expect(isNoNewVolume(event('volume', 'destroy', {}, 'data'), known)).toBe(false);
  expect(isNoNewVolume(event('volume', 'create', {}, 'data'), known)).toBe(false);
});

test('volumes that are not named are none that is there already', () => {
  const known = new Set<string>();
  expect(isNoNewVolume(event('volume', 'create', {}, ''), known)).toBe(false);
  expect(isNoNewVolume(event('volume', 'create', {}, ''), known)).toBe(false);
});

test('whom an event is about', () => {
  expect(containerOf(event('container', 'die'))).toBe('x');
  expect(containerOf(event('network', 'disconnect', { container: 'c' }))).toBe('c');
  expect(containerOf(event('network', 'create'))).toBeUndefined();
  expect(containerOf(event('container', 'die', {}, ''))).toBeUndefined();
  expect(containerOf(event('network', 'connect', { container: '' }))).toBeUndefined();
  expect(execEndedIn(event('container', 'exec_die'))).toBe('x');
  expect(execEndedIn(event('container', 'die'))).toBeUndefined();
});
