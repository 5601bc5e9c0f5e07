import { expect, test } from 'vitest';
import { catalogue } from '../../challenges/catalogue.ts';
import type { Facts } from '../engine/facts.ts';
import { takenNames } from './up-names.ts';

const [challenge] = catalogue;
if (challenge === undefined) throw new Error('the catalogue is empty');

function facts(labels: Record<string, string>): Facts {
  return {
    containers: [
      { name: 'server', labels },
      { name: 'servidor', labels: {} },
    ],
    networks: [
      { name: 'app-net', labels },
      { name: 'bridge', labels: {} },
    ],
    volumes: [{ name: 'client', labels: {} }],
    images: [],
  } as unknown as Facts;
}

test('names of the learner’s own are taken; other kinds of things may have the same name', () => {
  expect(takenNames(challenge, facts({}))).toEqual([
    { kind: 'container', name: 'server' },
    { kind: 'network', name: 'app-net' },
  ]);
  expect(takenNames(challenge, facts({ 'estaleiro.challenge': '02-other' }))).toHaveLength(2);
});

test('what an earlier run of the same challenge made is not in the way', () => {
  expect(takenNames(challenge, facts({ 'estaleiro.challenge': challenge.id }))).toEqual([]);
});
