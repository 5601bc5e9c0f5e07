import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sqliteVolume as challenge } from '../../../challenges/02-sqlite-volume/challenge.ts';
import { LabelledDocker } from '../../author/labelled-docker.ts';
import { folderOf, having, verdicts } from './verdicts.ts';

const name = `mounted-code-${process.pid}`;

/**
 * Beside the other tests of the challenge: their engines are in containers, and see no file of this machine. What else is on this
 * one does not matter: the writer is named.
 */
test('code that is mounted from the host is run with it', async () => {
  await using docker = await LabelledDocker.make();
  const writer = join(folderOf(challenge), 'solution/writer/writer.ts');
  await docker.sh(
    '-ec',
    `docker volume create ${name}
    docker run --detach --name ${name} --user 0 --volume ${name}:/dados --volume ${writer}:/app/writer.ts:ro \\
      --env DATABASE=/dados/app.db lab/node:26 writer.ts
    timeout 20 sh -c 'until docker logs ${name} 2>&1 | grep -q rows; do sleep 0.1; done'`,
  );
  const report = await verdicts(challenge, { binds: { writer: name }, record: 'mounted-code' });
  expect(having(report, 'fail'), JSON.stringify(report, undefined, 1)).toEqual(['not-root']);
  expect(report.score.earned).toBe(20);
});
