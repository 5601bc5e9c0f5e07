import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { challengeNumber, fakeWork } from '../../test/fakes/class.ts';
import { digestOf } from './digest-of.ts';
import { graderVersion } from './grader-version.ts';

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

test('the grader is another one when a check changes, and the same one when a test does', async () => {
  const root = mkdtempSync(join(tmpdir(), 'lab-grader-'));
  const write = (file: string, text: string) => writeFileSync(join(root, file), text);
  try {
    mkdirSync(join(root, 'runner/verify/checks'), { recursive: true });
    for (const file of ['runner/report/report.ts', 'runner/grade/intake/shell-commands.ts']) {
      mkdirSync(join(root, dirname(file)), { recursive: true });
      write(file, '');
    }
    write('runner/verify/checks/own-image.ts', 'one');
    const before = await graderVersion(root, '1.2.3');
    expect(before).toMatch(/^1\.2\.3-[0-9a-f]{16}$/);
    write('runner/verify/checks/own-image.test.ts', 'a test');
    expect(await graderVersion(root, '1.2.3')).toBe(before);
    write('runner/verify/checks/own-image.ts', 'two');
    expect(await graderVersion(root, '1.2.3')).not.toBe(before);
  } finally {
    rmSync(root, { recursive: true });
  }
});
