import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalogue } from '../../../challenges/catalogue.ts';
import { LabelledDocker } from '../../author/labelled-docker.ts';
import { shellQuote } from '../../verify/docker-command.ts';
import { verdicts } from '../docker/verdicts.ts';

const challenges = join(import.meta.dirname, '../../../challenges');
const mostCommands = 25;

/**
 * From an engine with nothing on it and a folder with what the learner would have written, somebody who only ever runs
 * the `next` command of the first unmet objective must end with every required objective met.
 */
test.each(catalogue)('following the next command solves $id', async challenge => {
  const workspace = await mkdtemp(join(tmpdir(), 'estaleiro-robot-'));
  await using docker = await LabelledDocker.make();
  try {
    await cp(join(challenges, challenge.id, 'solution'), workspace, { recursive: true });
    await rm(join(workspace, 'up.sh'));
    const ran: string[] = [];
    for (;;) {
      const report = await verdicts(challenge, { disrupt: false });
      const unmet = report.objectives.find(({ bonus, verdict }) => !bonus && verdict !== 'pass');
      if (unmet === undefined) break;
      ran.push(unmet.next);
      expect(ran.length, ran.join('\n')).toBeLessThanOrEqual(mostCommands);
      await docker.sh('-c', `cd ${shellQuote(workspace)} && ${unmet.next}`);
    }
    expect(ran.length).toBeGreaterThan(1);
  } finally {
    await rm(workspace, { recursive: true });
  }
});
