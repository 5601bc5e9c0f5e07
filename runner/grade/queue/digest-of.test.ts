import { expect, test } from 'vitest';
import { challengeNumber, fakeWork } from '../../test/fakes/class.ts';
import { digestOf } from './digest-of.ts';

const challenge = challengeNumber(1);
const work = fakeWork(challenge);
const how = { language: 'en', grader: '1' } as const;

test('all that decides a result is in its digest, and where it lies is not', () => {
  const plan = work.plan.kind === 'script' ? { ...work.plan, binds: { server: 'web' } } : work.plan;
  const digests = [
    digestOf(work, challenge, how),
    digestOf(undefined, challenge, how),
    digestOf({ ...work, digest: 'y' }, challenge, how),
    digestOf({ ...work, plan }, challenge, how),
    digestOf(work, { ...challenge, summary: { en: '', 'pt-BR': '' } }, how),
    digestOf(work, challenge, { ...how, language: 'pt-BR' }),
    digestOf(work, challenge, { ...how, grader: '2' }),
  ];
  expect(new Set(digests).size).toBe(digests.length);
  expect(digestOf({ ...work, folder: '/elsewhere' }, challenge, how)).toBe(digests[0]);
});
