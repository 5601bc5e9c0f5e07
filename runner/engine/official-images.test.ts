import { expect, test } from 'vitest';
import { fakeContainer, fakeFacts, fakeImage } from '../test/fakes/facts.ts';
import { isOfficialName, mayBeOwnProgram } from './official-images.ts';

test('an official image’s name has no owner', () => {
  for (const tag of ['nginx', 'node:26', 'postgres:17-alpine']) expect(isOfficialName(tag), tag).toBe(true);
  for (const tag of ['maria/nginx', 'localhost:5000/node:26', 'meu-node', 'servidor:1'])
    expect(isOfficialName(tag), tag).toBe(false);
});

test.each([
  ['minha-loja', 'built', true],
  ['minha-loja', 'unclear', true],
  ['python:3.13-slim', 'pulled', true],
  ['lab/node:26', 'lab', true],
  ['mcr.microsoft.com/dotnet/sdk:9.0', 'pulled', true],
  ['grafana/grafana', 'pulled', false],
  ['postgres:17', 'pulled', false],
] as const)('%s, %s, may run a program of one’s own: %s', (image, origin, expected) => {
  const images = [fakeImage(image, { tags: [image], origin })];
  expect(mayBeOwnProgram(fakeContainer('x', { image, imageId: `sha256:${image}` }), fakeFacts({ images }))).toBe(
    expected,
  );
});

test('of an image that is gone nothing is known', () => {
  expect(mayBeOwnProgram(fakeContainer('x', { image: 'node' }), fakeFacts({ images: [] }))).toBe(false);
});
