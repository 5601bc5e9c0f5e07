import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pairedMicroservices as challenge } from '../../../challenges/04-paired-microservices/challenge.ts';
import { bases, variants } from './challenge-04-variants.ts';
import { debianImage, removeDebianImages } from './debian-image.ts';
import { LabelledDocker } from './labelled-docker.ts';
import { folderOf, having, type VerdictOptions, verdicts as verdictsOf } from './verdicts.ts';

const folder = folderOf(challenge);
const verdicts = (options: VerdictOptions = {}) => verdictsOf(challenge, options);
const every = challenge.objectives.map(({ id }) => id);

beforeAll(async () => {
  await Promise.all(Object.values(bases).map(debianImage));
});
afterAll(removeDebianImages);

test('the reference solution has full points and the bonus, twice in a row', async () => {
  await using docker = await LabelledDocker.make();
  await docker.sh(join(folder, 'solution/up.sh'));
  for (const turn of [1, 2]) {
    const report = await verdicts(turn === 1 ? { record: 'solution' } : {});
    expect(having(report, 'pass'), JSON.stringify(report.objectives, undefined, 1)).toEqual(every);
    expect(report.score).toEqual({ earned: 20, possible: 20, bonus: 3 });
  }
});

test('the starter does not pass', async () => {
  await using docker = await LabelledDocker.make();
  await docker.sh(join(folder, 'starter/up.sh'));
  expect(having(await verdicts({ record: 'starter' }), 'fail')).toEqual(['custom-network']);
});

test.each(challenge.sabotage)('sabotage $folder fails $fails and nothing else', async ({ folder: name, fails }) => {
  await using docker = await LabelledDocker.make();
  await docker.sh(join(folder, 'sabotage', name, 'up.sh'));
  const report = await verdicts({ record: name });
  expect(having(report, 'fail'), JSON.stringify(report, undefined, 1)).toEqual(fails);
});

test.each(variants)('$manner', async ({ script, binds = {}, paths = {}, disrupt = true, players, but }) => {
  await using docker = await LabelledDocker.make();
  await docker.sh('-ec', script);
  const report = await verdicts({ binds, paths, disrupt });
  expect(report.bindings.map(({ name }) => name)).toEqual(players);
  const found = Object.fromEntries(report.objectives.map(({ id, verdict }) => [id, verdict]));
  const wanted = Object.fromEntries(every.map(id => [id, but[id] ?? 'pass']));
  expect(found, JSON.stringify(report.objectives, undefined, 1)).toEqual(wanted);
});
