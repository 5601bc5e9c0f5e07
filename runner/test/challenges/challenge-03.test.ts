import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiPostgresRedis as challenge } from '../../../challenges/03-api-postgres-redis/challenge.ts';
import { LabelledDocker } from '../../author/labelled-docker.ts';
import { folderOf, having, objectiveOf, type VerdictOptions, verdicts as verdictsOf } from '../docker/verdicts.ts';
import { bases } from './challenge-03-programs.ts';
import { variants } from './challenge-03-variants.ts';
import { debianImage, removeDebianImages } from './debian-image.ts';

const folder = folderOf(challenge);
const verdicts = (options: VerdictOptions = {}) => verdictsOf(challenge, options);
const every = challenge.objectives.map(({ id }) => id);
const outage = 'survives-database-outage';

beforeAll(async () => {
  await Promise.all(Object.values(bases).map(debianImage));
});
afterAll(removeDebianImages);

test('the database is not stopped unless that is asked for, and what was asked is left as it was', async () => {
  await using docker = await LabelledDocker.make();
  await docker.sh(join(folder, 'solution/up.sh'));
  const startedAt = () => docker.sh('-c', "docker inspect --format '{{.State.StartedAt}}' postgres redis api");
  const before = await startedAt();
  const report = await verdicts({ disrupt: false, record: 'not-stopped' });
  expect(await startedAt()).toBe(before);
  expect(having(report, 'unknown')).toEqual([outage]);
  expect(objectiveOf(report, outage).next).toBe('lab verify 3 --disrupt');
});

test.each(variants)('$manner', async ({ script, binds = {}, players, but, tells }) => {
  await using docker = await LabelledDocker.make();
  await docker.sh('-ec', script);
  const report = await verdicts({ binds });
  expect(report.bindings.map(({ name }) => name)).toEqual(players);
  const found = Object.fromEntries(report.objectives.map(({ id, verdict }) => [id, verdict]));
  const wanted = Object.fromEntries(every.map(id => [id, but[id] ?? 'pass']));
  expect(found, JSON.stringify(report.objectives, undefined, 1)).toEqual(wanted);
  if (tells !== undefined) expect(objectiveOf(report, tells[0]).observed).toMatch(tells[1]);
});
