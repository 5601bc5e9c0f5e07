import { expect, test } from 'vitest';
import { labImages } from '../../../lab-images/images.ts';
import { selectImages, withBases } from './select-images.ts';

const names = (images: readonly { name: string }[]) => images.map(({ name }) => name);

test('images are named with or without the prefix, and `latest` goes without saying', () => {
  expect(names(selectImages(['probe', 'lab/node:26'], 'en', 'lab/'))).toEqual(['node:26', 'probe:latest']);
  expect(selectImages([], 'en', 'lab/').length).toBeGreaterThanOrEqual(3);
});

test('an image brings what it stands on', () => {
  expect(names(withBases(selectImages(['probe'], 'en', 'lab/')))).toEqual(['node:26', 'probe:latest']);
});

test('a name that is none is told with those there are', () => {
  const known = labImages.map(({ name }) => `lab/${name}`).join(', ');
  expect(() => selectImages(['node'], 'en', 'lab/')).toThrow(known);
});
