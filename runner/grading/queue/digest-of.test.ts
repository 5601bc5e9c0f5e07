import { describe, expect, test } from 'vitest';
import type { Language } from '../../base/language.ts';
import { challengeNumber, fakePart } from '../../test/fakes/class.ts';
import { ClassFolder } from '../../test/fakes/class-folder.ts';
import { fiveChallenges } from '../../test/fakes/five-challenges.ts';
import type { Part } from '../submission.ts';
import { digestOf } from './digest-of.ts';
import { tasksOf } from './task.ts';

const challenge = challengeNumber(1);
const part = fakePart(challenge);
const grader = '1';
const fallbacksOf = ({ plan }: Part) =>
  plan.kind === 'script' ? [{ plan: { ...plan, file: 'README.md' }, remarks: [] }] : [];

test('all that decides a result is in its digest, and where it lies is not', () => {
  const plan = part.plan.kind === 'script' ? { ...part.plan, binds: { server: 'web' } } : part.plan;
  const digests = [
    digestOf(part, challenge, grader),
    digestOf(undefined, challenge, grader),
    digestOf({ ...part, fallbacks: fallbacksOf(part) }, challenge, grader),
    digestOf({ ...part, digest: 'y' }, challenge, grader),
    digestOf({ ...part, plan }, challenge, grader),
    digestOf(part, { ...challenge, summary: { en: '', 'pt-BR': '' } }, grader),
    digestOf(part, challenge, '2'),
  ];
  expect(new Set(digests).size).toBe(digests.length);
  expect(digestOf({ ...part, folder: '/elsewhere' }, challenge, grader)).toBe(digests[0]);
});

describe('of a class that is read in another language', () => {
  const classFolder = new ClassFolder();
  test('digests are the same: whoever changes the language grades nothing again', async () => {
    await classFolder.put({
      'João Pé/01/up.sh': 'docker run -d nginx',
      'João Pé/02/README.md': '# Uso\n\n```sh\ndocker run -d redis\n```\n',
      'bia/03/docker-compose.yml': 'services: {}',
      'bia/03/03/up.sh': 'docker ps',
    });
    const digests = async (language: Language) =>
      tasksOf(await classFolder.read({ language }), fiveChallenges, (one, of) => digestOf(one, of, grader)).map(
        task => task.digest,
      );
    const [english, portuguese] = [await digests('en'), await digests('pt-BR')];
    expect(english.length).toBe(10);
    expect(portuguese).toEqual(english);
  });
});
