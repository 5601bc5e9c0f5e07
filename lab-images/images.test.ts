import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { imagesForGrading, imagesNeededBy, labImages } from './images.ts';

test.each(labImages)('$name has a Dockerfile that stands on BASE, and names of its own', async image => {
  const dockerfile = await readFile(join(import.meta.dirname, image.folder, image.dockerfile), 'utf8');
  expect(dockerfile).toMatch(/^ARG BASE(=\S+)?\nFROM \$\{BASE\}$/m);
  expect(dockerfile).toContain(`ENTRYPOINT ${JSON.stringify(image.contract.entrypoint).replaceAll(',', ', ')}`);
  expect(labImages.filter(({ name }) => name === image.name)).toHaveLength(1);
  expect(image.what.en).not.toBe(image.what['pt-BR']);
});

test('an image comes after the one that it stands on', () => {
  for (const [at, { base }] of labImages.entries())
    if (base.kind === 'image') expect(labImages.slice(0, at).map(({ name }) => name)).toContain(base.name);
});

test('a challenge brings what every one needs, and its own', () => {
  const base = ['node:26-dev', 'node:26', 'probe:latest'];
  expect(imagesNeededBy(['01-networked-containers'])).toEqual(base);
  expect(imagesNeededBy([])).toEqual(base);
  expect(imagesNeededBy(['01-networked-containers', '03-api-postgres-redis'])).toEqual([
    ...base,
    'postgres:17',
    'redis:8',
  ]);
});

test('what only grading needs, no challenge brings', () => {
  expect(imagesForGrading).toEqual(['engine:latest', 'shell:latest', 'registry:latest']);
  const ids = labImages.flatMap(({ neededBy }) => (typeof neededBy === 'string' ? [] : neededBy));
  expect(imagesNeededBy(ids).filter(name => imagesForGrading.includes(name))).toEqual([]);
});

test('only images with a shell trust the authorities of this machine', () => {
  for (const { base, contract } of labImages)
    if (base.kind === 'assembled' && contract.absent.includes('sh')) expect(base.rootfs.privateAuthorities).toBe(false);
});
