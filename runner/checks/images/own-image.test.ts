import { expect, test } from 'vitest';
import { networkedContainers } from '../../../challenges/01-networked-containers/challenge.ts';
import type { ImageFacts } from '../../engine/facts.ts';
import { judgedIn } from '../../test/fakes/judged-in.ts';
import { judged, recordedEvidence, withContainer } from '../../test/fakes/recorded-evidence.ts';

const solution = recordedEvidence('solution');
const imageId = solution.facts.containers.find(({ name }) => name === 'server')?.imageId;

function withImage(change: Partial<ImageFacts>, imageTags = ['node:26']) {
  const images = solution.facts.images.map(image => (image.id === imageId ? { ...image, ...change } : image));
  return { ...solution, facts: { ...solution.facts, images, imageTags } };
}
const find = (change: Partial<ImageFacts>) => judged(withImage(change), 'own-image');

test.each([
  ['built here', { origin: 'built', tags: ['qualquer:1'] }],
  ['built elsewhere and loaded from a file', { origin: 'loaded', tags: ['maria/node:1'] }],
  ['loaded, and of nobody’s known name', { origin: 'loaded', tags: ['servidor:1'] }],
  ['loaded, without a tag', { origin: 'loaded', tags: [] }],
] as const)('an image that was %s is one’s own', (_, change) => {
  expect(find(change).verdict).toBe('pass');
});

test.each([
  ['pulled', { origin: 'pulled', tags: ['python:3'] }, 'pulled from a registry'],
  ['the lab’s', { origin: 'lab', tags: ['lab/node:26'] }, 'as the lab made it'],
  ['imported', { origin: 'imported', tags: ['x:1'] }, 'imported'],
  ['official, loaded from a file', { origin: 'loaded', tags: ['node:26'] }, 'official image'],
] as const)('one that is %s is not, and is told by its tag', (_, change, observed) => {
  const finding = find(change);
  expect(finding).toMatchObject({ verdict: 'fail', next: 'docker build --tag server server' });
  expect(finding.observed).toContain(observed);
  expect(finding.observed).toContain(`\`${change.tags[0]}\``);
});

test('one that may only have been renamed is unknown', () => {
  const finding = find({ origin: 'unclear', tags: ['meu:1'] });
  expect(finding).toMatchObject({ verdict: 'unknown', observed: expect.stringContaining('only renamed') });
});

test('where one’s own image is there already it is run, as it starts by itself', () => {
  const stock = withImage({ origin: 'pulled', tags: ['python:3'], entrypoint: [] }, ['server:latest']);
  const typedIn = withContainer(stock, 'server', { image: 'python:3', command: ['python', '-m', 'http.server'] });
  const { next } = judged(typedIn, 'own-image');
  expect(next).toBe('docker rm --force server && docker run --detach --name server --network app-net server');
});

test('an image that is gone from the engine is not held against anybody', () => {
  const evidence = { ...solution, facts: { ...solution.facts, images: [] } };
  expect(judged(evidence, 'own-image').verdict).toBe('pass');
});

test.each([
  ['en', 'An image of your own for the reader, made with docker build.'],
  ['pt-BR', 'Uma imagem sua para o leitor, feita com docker build.'],
] as const)('what is expected speaks of the role by its own title in %s', (language, expected) => {
  const title = { en: 'the reader', 'pt-BR': 'o leitor' };
  const roles = networkedContainers.roles.map(role => ({ ...role, title }));
  const told = judgedIn({ ...networkedContainers, roles }, solution, language);
  expect(told.find(({ id }) => id === 'own-image')?.expected).toBe(expected);
});
