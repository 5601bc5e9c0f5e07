import { join } from 'node:path';
import { expect, test } from 'vitest';
import { apiGateway as challenge } from '../../../challenges/05-api-gateway/challenge.ts';
import { LabelledDocker } from '../../author/labelled-docker.ts';
import { folderOf, having, objectiveOf, verdicts } from '../docker/verdicts.ts';

const folder = folderOf(challenge);

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
