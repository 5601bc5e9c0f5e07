import { expect, test } from 'vitest';
import { challengeNumber, fakeWork } from '../../test/fakes/class.ts';
import { digestOf } from './digest-of.ts';

const challenge = challengeNumber(1);
const work = fakeWork(challenge);
const grader = '1';

test('all that decides a result is in its digest, and where it lies is not', () => {
  const plan = work.plan.kind === 'script' ? { ...work.plan, binds: { server: 'web' } } : work.plan;
  const digests = [
    digestOf(work, challenge, grader),
    digestOf(undefined, challenge, grader),
    digestOf({ ...work, digest: 'y' }, challenge, grader),
    digestOf({ ...work, plan }, challenge, grader),
    digestOf(work, { ...challenge, summary: { en: '', 'pt-BR': '' } }, grader),
    digestOf(work, challenge, '2'),
  ];
  expect(new Set(digests).size).toBe(digests.length);
  expect(digestOf({ ...work, folder: '/elsewhere' }, challenge, grader)).toBe(digests[0]);
});
