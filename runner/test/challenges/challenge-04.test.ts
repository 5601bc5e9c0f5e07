import { afterAll, beforeAll, expect, test } from 'vitest';
import { pairedMicroservices as challenge } from '../../../challenges/04-paired-microservices/challenge.ts';
import { LabelledDocker } from '../../author/labelled-docker.ts';
import { type VerdictOptions, verdicts as verdictsOf } from '../docker/verdicts.ts';
import { variants } from './challenge-04-variants.ts';
import { bases } from './debian-bases.ts';
import { debianImage, removeDebianImages } from './debian-image.ts';

const verdicts = (options: VerdictOptions = {}) => verdictsOf(challenge, options);
const every = challenge.objectives.map(({ id }) => id);

beforeAll(async () => {
  await Promise.all(Object.values(bases).map(debianImage));
});
afterAll(removeDebianImages);

test.each(variants)('$manner', async ({ script, binds = {}, paths = {}, disrupt = true, players, but }) => {
  await using docker = await LabelledDocker.make();
  await docker.sh('-ec', script);
  const report = await verdicts({ binds, paths, disrupt });
  expect(report.bindings.map(({ name }) => name)).toEqual(players);
  const found = Object.fromEntries(report.objectives.map(({ id, verdict }) => [id, verdict]));
  const wanted = Object.fromEntries(every.map(id => [id, but[id] ?? 'pass']));
  expect(found, JSON.stringify(report.objectives, undefined, 1)).toEqual(wanted);
});
