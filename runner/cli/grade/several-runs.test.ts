import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { UsageError } from '../../base/errors.ts';
import { challengeNumber, fakePart, fakeResult, fakeSubmission } from '../../test/fakes/class.ts';
import { type FakeGrading, fakeGrading } from '../../test/fakes/grading.ts';
import { fakeLab } from '../../test/fakes/lab.ts';
import { gradeOrMerge } from './grade-or-merge.ts';
import type { GradeOptions } from './options.ts';

const [first, second] = [challengeNumber(1), challengeNumber(2)];
const both = { challenge: [first, second] };
const submissionOf = (id: string, content = 'x') => ({
  ...fakeSubmission(id, []),
  parts: [first, second].map(one => ({ ...fakePart(one, content), folder: `/class/${id}/${one.id}` })),
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lab-runs-'));
  mkdirSync(join(folder, 'turma'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function grade(grading: FakeGrading, options: GradeOptions, folders = ['turma']) {
  const lab = fakeLab({ cwd: folder, grading });
  const exitCode = await gradeOrMerge(lab, folders, options);
  return { lab, exitCode };
}
/** A machine on which nobody meets anything of the second challenge. */
const unkind = (submissions: ReturnType<typeof submissionOf>[]) =>
  fakeGrading(submissions, {
    gradePart: async (_, { challenge, digest }) =>
      fakeResult({ challenge, digest }, { verdict: challenge === second ? 'fail' : 'pass' }),
  });

test('--compare says what changed since the run before, and why; a run without changes leaves it', async () => {
  const grading = fakeGrading([submissionOf('ana'), submissionOf('bia')]);
  expect((await grade(grading, { ...both, compare: true })).lab.out.text).toContain('There is no earlier run');
  const changed = unkind([submissionOf('ana'), submissionOf('bia', 'worse')]);
  for (const _ of ['once', 'and again']) {
    const { lab } = await grade(changed, { ...both, compare: true });
    expect(lab.out.text).toMatch(/Changed since the run of .*, for one student:\n {2}bia: 40 → 20 points/);
    expect(lab.out.text).toMatch(/^ {4}2 .*: met → not met \(the submission has changed\)$/m);
    expect(lab.out.text).not.toContain('ana:');
  }
  const { lab } = await grade(changed, { ...both, compare: true, json: true });
  expect(JSON.parse(lab.out.text).students).toHaveLength(2);
  expect(lab.err.text).toContain('bia: 40 → 20 points');
});

test('--merge puts two halves together, and nothing is run', async () => {
  const whole = [submissionOf('ana'), submissionOf('bia')];
  await grade(fakeGrading(whole), { ...both, only: ['ana'], out: 'half-a' });
  await grade(fakeGrading(whole), { ...both, only: ['bia'], out: 'half-b' });
  const idle = fakeGrading([]);
  const { lab, exitCode } = await grade(idle, { merge: true, out: 'all' }, ['half-a', 'half-b']);
  expect(exitCode).toBe(0);
  expect(idle.judged).toEqual([]);
  expect(lab.out.text).toMatch(/^ana +40 \/ 40\nbia +40 \/ 40$/m);
  expect(JSON.parse(readFileSync(join(folder, 'all/results.json'), 'utf8'))).toEqual(['ana', 'bia']);
  expect(lab.err.text).toContain('Reports: all\n');
});

test('a conflict between two folders is told, and is no grade', async () => {
  await grade(fakeGrading([submissionOf('ana')]), { ...both, out: 'here' });
  await grade(unkind([submissionOf('ana')]), { ...both, out: 'there' });
  const { lab, exitCode } = await grade(fakeGrading([]), { merge: true }, ['here', 'there']);
  expect(exitCode).toBe(3);
  expect(lab.out.text).toMatch(/^ana +≥ 20 \/ 40 +2 unknown$/m);
  expect(lab.err.text).toMatch(/ana · 2: here, there \(same files, same lab\)/);
  expect(lab.err.text).toContain('Reports: here-merged\n');
});

test.each([
  [['turma', 'turma'], {}],
  [['turma'], { merge: true }],
  [['turma', 'nowhere'], { merge: true }],
])('%j with %j is refused', async (folders, options) => {
  await expect(grade(fakeGrading([]), options, folders)).rejects.toThrow(UsageError);
});

test('--anonymous writes aliases, and the key apart; without it, names are back and the key is gone', async () => {
  const grading = fakeGrading([submissionOf('ana'), submissionOf('bia')]);
  const results = () => readFileSync(join(folder, 'turma-grades/results.json'), 'utf8');
  const { lab } = await grade(grading, { ...both, anonymous: true });
  const aliases: string[] = JSON.parse(results());
  for (const text of [results(), lab.out.text]) expect(text).not.toMatch(/ana|bia/);
  const key = readFileSync(join(folder, 'turma-grades/key.csv'), 'utf8');
  for (const word of ['ana', 'bia', ...aliases]) expect(key).toContain(word);
  await grade(grading, { ...both, anonymous: true });
  expect(JSON.parse(results())).toEqual(aliases);
  await grade(grading, both);
  expect(JSON.parse(results())).toEqual(['ana', 'bia']);
  expect(() => readFileSync(join(folder, 'turma-grades/key.csv'))).toThrow('ENOENT');
});
