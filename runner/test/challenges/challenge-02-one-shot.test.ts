import { expect, test, vi } from 'vitest';
import { sqliteVolume as challenge } from '../../../challenges/02-sqlite-volume/challenge.ts';
import { LabelledDocker } from '../../author/labelled-docker.ts';
import type { ConnectedEngine, Engine } from '../../engine/engine.ts';
import { label } from '../../engine/labels.ts';
import { pastContainers } from '../../engine/past-containers.ts';
import { tellReport } from '../../verdict/tell-report.ts';
import { verify } from '../../verdict/verify.ts';
import { connect, having, objectiveOf } from '../docker/verdicts.ts';
import { nodeImage, once } from './challenge-02-programs.ts';
import { boundTo, every, told, verdicts } from './challenge-02-verdicts.ts';

const oneShot = `docker volume create dados
    ${nodeImage('contador', once('/dados/data'))}
    docker run --rm --volume dados:/dados contador
    docker run --rm --volume dados:/dados contador`;

test('a one-shot container that has removed itself is known by what the engine remembers', async () => {
  await using docker = await LabelledDocker.make();
  await docker.sh('-ec', oneShot);
  const fingerprint = () =>
    docker.sh(
      '-c',
      `docker run --rm --label ${label.session}=x --volume dados:/d:ro --entrypoint sh lab/node:26-dev -c 'ls -lRn --full-time /d; sha256sum /d/*'`,
    );
  const before = await fingerprint();
  const report = await verdicts({ record: 'one-shot' });
  expect(boundTo(report)).toEqual({ writer: 'contador', volume: 'dados' });
  expect(having(report, 'pass'), told(report)).toEqual(every);
  expect(objectiveOf(report, 'survives-recreation').observed).toContain('all 2 rows are still there. 2 more');
  expect(await fingerprint(), "the learner's volume was written to").toBe(before);
});

test.each([3_600_000, -3_600_000])(
  'the engine tells what it remembers to a lab whose clock is %i ms ahead',
  async aheadMs => {
    await using docker = await LabelledDocker.make();
    await docker.sh('-ec', oneShot);
    const ourNow = Date.now;
    const shifted = vi.spyOn(Date, 'now').mockImplementation(() => ourNow() + aheadMs);
    try {
      await using connected = connect();
      const events = await connected.engine.recentEvents({ deadlineMs: 60_000 });
      const past = pastContainers(events, await connected.engine.facts());
      expect(past[0]).toMatchObject({
        image: 'contador',
        exitCode: 0,
        mounts: [{ volume: 'dados', target: '/dados' }],
      });
    } finally {
      shifted.mockRestore();
    }
  },
);

/**
 * The same engine, with nothing to remember, without the image that a solution run earlier may have left there, and with
 * the order of changed files that is hardest: the folder `/data` before the file `/dados/data`.
 */
const forgetful = (connected: ConnectedEngine): ConnectedEngine => {
  const factsWithoutWriter: Engine['facts'] = async options => {
    const facts = await connected.engine.facts(options);
    return { ...facts, imageTags: facts.imageTags.filter(tag => tag !== 'writer:latest') };
  };
  const changedFiles: Engine['changedFiles'] = async (...args) =>
    (await connected.engine.changedFiles(...args)).toSorted().toReversed();
  const engine = new Proxy(connected.engine, {
    get(target, key) {
      if (key === 'recentEvents') return async () => [];
      if (key === 'changedFiles') return changedFiles;
      if (key === 'facts') return factsWithoutWriter;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { ...connected, engine: engine satisfies Engine };
};

test('where the engine has forgotten it, only recreation is unknown, and --bind with the image settles that', async () => {
  await using docker = await LabelledDocker.make();
  await docker.sh('-ec', oneShot);
  await using connected = connect();
  const options = { language: 'en', disrupt: true, signal: new AbortController().signal } as const;
  const checked = (binds: Record<string, string>) => verify(challenge, forgetful(connected), { ...options, binds });
  const report = tellReport(await checked({}), challenge, 'en');
  expect(having(report, 'unknown'), told(report)).toEqual(['survives-recreation']);
  expect(having(report, 'fail')).toEqual([]);
  expect(objectiveOf(report, 'survives-recreation').next).toBe('lab verify 2 --bind writer=contador:latest');
  const settled = tellReport(await checked({ writer: 'contador:latest' }), challenge, 'en');
  // Where the volume was mounted is forgotten, too: where the program writes tells.
  expect(having(settled, 'pass'), told(settled)).toEqual(every);
});
