import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiPostgresRedis as challenge } from '../../../challenges/03-api-postgres-redis/challenge.ts';
import { bases, variants } from './challenge-03-variants.ts';
import { debianImage, removeDebianImages } from './debian-image.ts';
import { LabelledDocker } from './labelled-docker.ts';
import { folderOf, having, objectiveOf, type VerdictOptions, verdicts as verdictsOf } from './verdicts.ts';

const folder = folderOf(challenge);
const verdicts = (options: VerdictOptions = {}) => verdictsOf(challenge, options);
const every = challenge.objectives.map(({ id }) => id);
const outage = 'survives-database-outage';

beforeAll(async () => {
  await Promise.all(Object.values(bases).map(debianImage));
});
afterAll(removeDebianImages);

test('the reference solution has full points and every bonus, twice in a row', async () => {
  await using docker = await LabelledDocker.make();
  await docker.sh(join(folder, 'solution/up.sh'));
  for (const record of ['solution', 'solution-again']) {
    const report = await verdicts({ record });
    expect(having(report, 'pass'), JSON.stringify(report.objectives, undefined, 1)).toEqual(every);
    expect(report.score).toEqual({ earned: 20, possible: 20, bonus: 4 });
  }
});

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

test('with nothing there, every verdict says what is observed, expected, why, and what to do next', async () => {
  const report = await verdicts({ record: 'nothing' });
  expect(report.score.earned).toBe(0);
  for (const objective of report.objectives) {
    expect(['fail', 'blocked']).toContain(objective.verdict);
    for (const part of ['observed', 'expected', 'why', 'next'] as const)
      expect(objective[part], `${objective.id} ${part}`).not.toBe('');
  }
});

test('the starter does not pass', async () => {
  await using docker = await LabelledDocker.make();
  await docker.sh(join(folder, 'starter/up.sh'));
  expect(having(await verdicts({ record: 'starter' }), 'fail')).toEqual(['custom-network', 'data-on-named-volume']);
});

test.each(challenge.sabotage)('sabotage $folder fails $fails and nothing else', async ({ folder: name, fails }) => {
  await using docker = await LabelledDocker.make();
  await docker.sh(join(folder, 'sabotage', name, 'up.sh'));
  const report = await verdicts({ record: name });
  expect(having(report, 'fail'), JSON.stringify(report, undefined, 1)).toEqual(fails);
  for (const { next } of report.objectives) expect(next).not.toContain('\n');
  // What an experiment has stopped, or brought to an end, runs again.
  const names = report.bindings.map(({ name }) => name).join(' ');
  const states = await docker.sh('-c', `docker inspect --format '{{.State.Status}}' ${names}`);
  expect(states.trim().split('\n')).toEqual(['running', 'running', 'running']);
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
