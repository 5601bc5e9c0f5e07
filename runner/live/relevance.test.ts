import { describe, expect, test } from 'vitest';
import type { ContainerFacts } from '../engine/facts.ts';
import type { Binding } from '../roles/binding.ts';
import { fakeAttachment, fakeContainer, fakeFacts, fakeImage, fakeNetwork } from '../test/fakes/facts.ts';
import { isRelevant, type Scene } from './relevance.ts';

const on = (network: string, address: string) => ({ networks: [fakeAttachment(network, address)] });
const server = fakeContainer('server', on('rede', '10.0.0.2'));
const client = fakeContainer('client', on('rede', '10.0.0.3'));
const neighbour = fakeContainer('neighbour', on('rede', '10.0.0.4'));
const stranger = fakeContainer('stranger', on('longe', '10.1.0.2'));
const networks = [fakeNetwork('rede'), fakeNetwork('longe')];
const images = [fakeImage('server')];
const whole = fakeFacts({ containers: [server, client, neighbour, stranger], networks, images });

const bound = ({ id, name }: ContainerFacts, how: Binding['how'] = 'name'): Binding => ({
  role: name,
  container: id,
  name,
  how,
  clues: [],
  candidates: [],
});
const scene = (change: Partial<Scene['facts']> = {}, bindings = [bound(server), bound(client)]): Scene => ({
  facts: { ...whole, ...change },
  bindings,
});
const changed = (container: ContainerFacts) =>
  whole.containers.map(other => (other === container ? { ...other, state: 'exited' as const } : other));

describe('what changes nothing that an experiment would see', () => {
  test.each([
    ['a container elsewhere that stops', { containers: changed(stranger) }],
    ['a container elsewhere that goes', { containers: [server, client, neighbour] }],
    ['an image of others that comes', { images: [...images, fakeImage('stranger')] }],
    ['a container elsewhere that comes', { containers: [fakeContainer('new'), ...whole.containers] }],
  ])('%s', (_, change) => expect(isRelevant(scene(), scene(change))).toBe(false));
});

describe('what may change what an experiment sees', () => {
  test.each([
    ['a player that stops', { containers: changed(server) }],
    ['a neighbour that stops', { containers: changed(neighbour) }],
    ['a neighbour that goes', { containers: [server, client, stranger] }],
    ['a network that comes', { networks: [...whole.networks, fakeNetwork('nova')] }],
    ['the image of a player that has lost its tags', { images: [fakeImage('server', { tags: [] })] }],
    ['a tag that comes', { imageTags: ['server:latest'] }],
  ])('%s', (_, change) => expect(isRelevant(scene(), scene(change))).toBe(true));

  test('anybody, where a role is open or was found by structure alone', () => {
    const byStructure = [bound(server), bound(client, 'structure')];
    expect(isRelevant(scene({}, byStructure), scene({ containers: changed(stranger) }, byStructure))).toBe(true);
    const open = [bound(server), { ...bound(client, 'none'), container: undefined }];
    expect(isRelevant(scene({}, open), scene({ containers: changed(stranger) }, open))).toBe(true);
  });

  test('another player', () => {
    expect(isRelevant(scene(), scene({}, [bound(server), { ...bound(neighbour), role: 'client' }]))).toBe(true);
  });
});
