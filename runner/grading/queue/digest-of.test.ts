import { expect, test } from 'vitest';
import { challengeNumber, fakePart } from '../../test/fakes/class.ts';
import { digestOf } from './digest-of.ts';

const challenge = challengeNumber(1);
const part = fakePart(challenge);
const grader = '1';

test('all that decides a result is in its digest, and where it lies is not', () => {
  const plan = part.plan.kind === 'script' ? { ...part.plan, binds: { server: 'web' } } : part.plan;
  const digests = [
    digestOf(part, challenge, grader),
    digestOf(undefined, challenge, grader),
    digestOf({ ...part, digest: 'y' }, challenge, grader),
    digestOf({ ...part, plan }, challenge, grader),
    digestOf(part, { ...challenge, summary: { en: '', 'pt-BR': '' } }, grader),
    digestOf(part, challenge, '2'),
  ];
  expect(new Set(digests).size).toBe(digests.length);
  expect(digestOf({ ...part, folder: '/elsewhere' }, challenge, grader)).toBe(digests[0]);
});
