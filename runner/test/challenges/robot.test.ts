import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogue } from '../../../challenges/catalogue.ts';
import { LabelledDocker } from '../../author/labelled-docker.ts';
import { shellQuote } from '../../base/shell-quote.ts';
import type { Challenge } from '../../challenge/definition.ts';
import { verdicts } from '../docker/verdicts.ts';
import { isLongRun } from '../long.ts';

const challenges = join(import.meta.dirname, '../../../challenges');
const maxCommands = 25;

/*
 * From an engine with nothing of the challenges on it and a folder with what the learner would have written, somebody who
 * only ever runs the `next` command of the first unmet objective must end with every required objective met: in one challenge
 * after the other, with all that came before left as it is.
 */
const all = new AsyncDisposableStack();
let docker: LabelledDocker;

beforeAll(async () => {
  docker = all.use(await LabelledDocker.make());
  // Somebody else has the port that a brief suggests.
  await docker.sh('-c', 'docker run --detach --name vizinha --publish 8080:80 --entrypoint sleep lab/node:26-dev 900');
});
afterAll(() => all.disposeAsync());

const unmetOf = async (challenge: Challenge) =>
  (await verdicts(challenge, { disrupt: false })).objectives.find(({ bonus, verdict }) => !bonus && verdict !== 'pass');

/** From the third on it only takes longer: more containers, and no other way to tell the next command. */
const tried = isLongRun ? catalogue : catalogue.slice(0, 2);

test.each(tried)('following the next command solves $id', async challenge => {
  const workspace = await mkdtemp(join(tmpdir(), 'estaleiro-robot-'));
  try {
    await cp(join(challenges, challenge.id, 'solution'), workspace, { recursive: true });
    await rm(join(workspace, 'up.sh'));
    const ran: string[] = [];
    for (;;) {
      const unmet = await unmetOf(challenge);
      if (unmet === undefined) break;
      ran.push(unmet.next);
      expect(ran.length, ran.join('\n')).toBeLessThanOrEqual(maxCommands);
      await docker.sh('-c', `cd ${shellQuote(workspace)} && ${unmet.next}`);
    }
    expect(ran.length).toBeGreaterThan(1);
  } finally {
    await rm(workspace, { recursive: true });
  }
});

test.each(tried)('$id is still solved while all the others run', async challenge => {
  expect(await unmetOf(challenge)).toBeUndefined();
});
