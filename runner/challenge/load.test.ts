import { expect, test } from 'vitest';
import { catalogue } from '../../challenges/catalogue.ts';
import { findChallenge } from './load.ts';

const [first] = catalogue;
if (first === undefined) throw new Error('the catalogue is empty');
const second = { ...first, id: '02-networked-volumes', number: 2 };
const tenth = { ...first, id: '10-other', number: 10 };
const challenges = [first, second, tenth];

test.each([
  ['1', first],
  ['01', first],
  ['001', first],
  ['10', tenth],
  ['01-networked-containers', first],
  ['01-n', first],
  ['networked-v', second],
  ['OTHER', tenth],
])('%s means one challenge', (word, expected) => {
  expect(findChallenge(challenges, word)?.id).toBe(expected.id);
});

test.each(['', '0', '3', '-1', '1.0', 'networked', '0', 'x', '01-networked-containers-', '１'])(
  '%s means none',
  word => {
    expect(findChallenge(challenges, word)).toBeUndefined();
  },
);
