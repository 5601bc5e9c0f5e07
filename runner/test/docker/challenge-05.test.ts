import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { apiGateway as challenge } from '../../../challenges/05-api-gateway/challenge.ts';
import { removeDebianImages } from './debian-image.ts';
import { LabelledDocker } from './labelled-docker.ts';
import { folderOf, having, objectiveOf, verdicts } from './verdicts.ts';

const folder = folderOf(challenge);
const everything = challenge.objectives.map(({ id }) => id);

afterAll(removeDebianImages);

test('the reference solution has full points and the bonus', async () => {
  await using docker = await LabelledDocker.make();
  await docker.sh(join(folder, 'solution/up.sh'));
  const report = await verdicts(challenge, { record: 'solution' });
  expect(having(report, 'pass')).toEqual(everything);
  expect(report.score).toEqual({ earned: 20, possible: 20, bonus: 3 });
});

test('nothing is stopped unless that is asked for', async () => {
  await using docker = await LabelledDocker.make();
  await docker.sh(join(folder, 'solution/up.sh'));
  const startedAt = () => docker.sh('-c', 'docker inspect --format {{.State.StartedAt}} users orders gateway');
  const before = await startedAt();
  const report = await verdicts(challenge, { disrupt: false, record: 'undisturbed' });
  expect(await startedAt()).toBe(before);
  expect(having(report, 'unknown')).toEqual(['isolates-outage']);
  expect(objectiveOf(report, 'isolates-outage').next).toBe('lab verify 5 --disrupt');
});

test('with nothing there, every verdict says what is observed, expected, why, and what to do next', async () => {
  const report = await verdicts(challenge, { record: 'nothing' });
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
  const report = await verdicts(challenge, { record: 'starter' });
  expect(having(report, 'fail')).toEqual(['custom-network', 'only-gateway-published']);
  expect(report.score.earned).toBeLessThan(8);
});

describe('sabotage', () => {
  test.each(challenge.sabotage)('$folder fails $fails and nothing else', async ({ folder: name, fails }) => {
    await using docker = await LabelledDocker.make();
    await docker.sh(join(folder, 'sabotage', name, 'up.sh'));
    const report = await verdicts(challenge, { record: name });
    expect(having(report, 'fail')).toEqual(fails);
    expect(having(report, 'unknown')).toEqual([]);
    for (const { verdict, next, id } of report.objectives) if (verdict !== 'pass') expect(next, id).not.toBe('');
  });
});
