import { expect, test } from 'vitest';
import { labImages } from '../../../lab-images/images.ts';
import { familiesOf, selectImages, withBases } from './select-images.ts';

const names = (images: readonly { name: string }[]) => images.map(({ name }) => name);

test('images are named with or without the prefix, and a tag goes without saying where there is only one', () => {
  expect(names(selectImages(['probe', 'lab/node:26'], 'en', 'lab/'))).toEqual(['node:26', 'probe:latest']);
  expect(names(selectImages(['lab/redis', 'probe:latest'], 'en', 'lab/'))).toEqual(['probe:latest', 'redis:8']);
  expect(selectImages([], 'en', 'lab/').length).toBeGreaterThanOrEqual(3);
  expect(names(selectImages(['shell'], 'en', 'lab/'))).toEqual(['shell:latest']);
});

test('what only grading needs is built where it is named', () => {
  expect(selectImages([], 'en', 'lab/').filter(({ neededBy }) => neededBy === 'grading')).toEqual([]);
});

test('an image brings what it stands on', () => {
  expect(names(withBases(selectImages(['probe'], 'en', 'lab/')))).toEqual(['node:26', 'probe:latest']);
});

test('images that fit together are one family, whichever of them is asked for', () => {
  expect(familiesOf(selectImages(['probe', 'redis'], 'en', 'lab/')).map(names)).toEqual([
    ['node:26-dev', 'node:26', 'probe:latest'],
    ['redis:8'],
  ]);
});

test('a name that is none is told with those there are', () => {
  const known = labImages.map(({ name }) => `lab/${name}`).join(', ');
  expect(() => selectImages(['node'], 'en', 'lab/')).toThrow(known);
});
