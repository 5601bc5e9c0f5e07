import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CouldNotTell, type LabError, UsageError } from '../../base/errors.ts';
import { lockFile } from '../../base/file-lock.ts';
import { textWidth } from '../../base/text/width.ts';
import { say } from '../../language/say.ts';
import { challengeNumber, fakePart, fakeResult, fakeSubmission } from '../../test/fakes/class.ts';
import { type FakeGrading, fakeGrading } from '../../test/fakes/grading.ts';
import { fakeLab } from '../../test/fakes/lab.ts';
import { verbatim } from '../../test/fakes/verbatim.ts';
import { runProgram } from '../program.ts';
import { gradeCommand } from './grade.ts';
import type { GradeOptions } from './options.ts';

const [first, second] = [challengeNumber(1), challengeNumber(2)];
const both = { challenge: [second, first] };
const submissionOf = (id: string, content = 'x') => ({
  ...fakeSubmission(id, []),
  parts: [first, second].map(one => ({ ...fakePart(one, content), folder: `/class/${id}/${one.id}` })),
});
const classOf = (...ids: string[]) => ids.map(id => submissionOf(id));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lab-class-'));
  mkdirSync(join(folder, 'turma'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function grade(grading: FakeGrading, options: GradeOptions = both, change: Parameters<typeof fakeLab>[0] = {}) {
  const lab = fakeLab({ cwd: folder, grading, ...change });
  const before = grading.judged.length;
  const exitCode = await gradeCommand(lab, 'turma', options);
  return { lab, exitCode, judged: grading.judged.slice(before).sort() };
}
const failing = (run: Promise<unknown>) =>
  run.then(
    () => Promise.reject(new Error('it was taken')),
    (error: unknown) => error as LabError,
  );
const results = () => JSON.parse(readFileSync(join(folder, 'turma-grades/results.json'), 'utf8'));

test('grades a class, tells it in a table, and says where the reports are', async () => {
  const grading = fakeGrading([...classOf('ana', 'bia'), fakeSubmission('caio', [])]);
  const { lab, exitCode } = await grade(grading);
  expect(exitCode).toBe(0);
  expect(lab.out.text.split('\n')).toEqual([
    'Submission   Points  What to look at',
    '──────────  ───────  ──────────────────',
    'ana         40 / 40',
    'bia         40 / 40',
    'caio         0 / 40  1, 2 not submitted',
    '',
  ]);
  expect(lab.err.text).toContain('3 submissions: 6 to grade');
  expect(lab.err.text).toMatch(/^\[6\/6\] \S+ · \d · /m);
  expect(lab.err.text).toContain('Reports: turma-grades\n');
  expect(results()).toEqual(['ana', 'bia', 'caio']);
  expect(grading.sandboxes).toEqual({ opened: 1, closed: 1 });
  expect(readdirSync(join(folder, 'turma'))).toEqual([]);
  expect(existsSync(join(folder, 'turma-grades/.lab/unpacked'))).toBe(false);
});

test('a second run does only what changed, and needs no engine where nothing has', async () => {
  const grading = fakeGrading(classOf('ana', 'bia'));
  await grade(grading);
  const again = await grade(grading);
  expect(again.judged).toEqual([]);
  expect(again.lab.out.text).toContain('ana         40 / 40');
  expect(again.lab.err.text).toContain('2 submissions: nothing to grade; 4 known from before.');
  expect(grading.sandboxes.opened).toBe(1);
  grading.submissions = [...classOf('ana'), submissionOf('bia', 'better'), ...classOf('caio')];
  expect((await grade(grading)).judged).toEqual(['bia/1', 'bia/2', 'caio/1', 'caio/2']);
  expect((await grade(grading, { ...both, rerun: true, only: ['ana'] })).judged).toEqual(['ana/1', 'ana/2']);
});

test('who is left out of a run has no grade yet, which is no zero, and is named', async () => {
  const grading = fakeGrading(classOf('ana', 'bia', 'caio'));
  const { lab, judged, exitCode } = await grade(grading, { ...both, only: ['bia'], out: 'notas da turma' });
  expect(judged).toEqual(['bia/1', 'bia/2']);
  expect(exitCode).toBe(0);
  expect(lab.out.text).toMatch(/^ana +≥ 0 \/ 40 {2}1, 2 not graded yet$/m);
  expect(lab.out.text).toMatch(/^bia +40 \/ 40$/m);
  expect(lab.err.text).not.toContain('could not be told');
  expect(lab.err.text).toContain('2 submissions were left out of this run');
  expect(lab.err.text).toContain('ana, caio');
  expect(lab.err.text).toContain("lab grade turma --out 'notas da turma' --challenge 2 --challenge 1\n");
});

test('only the challenges asked for count', async () => {
  const grading = fakeGrading(classOf('ana'));
  await grade(grading);
  const { lab, judged } = await grade(grading, { challenge: [first, first] });
  expect(judged).toEqual([]);
  expect(lab.out.text).toContain('20 / 20');
});

test('what could not be told is apart, is no zero in disguise, and can be tried again', async () => {
  let isBroken = true;
  const grading = fakeGrading(classOf('ana', 'bia'));
  const { gradePart } = grading;
  grading.gradePart = async (part, context) => {
    if (isBroken && context.challenge === second) throw new Error('the engine has gone');
    return gradePart(part, context);
  };
  const { lab, exitCode } = await grade(grading);
  expect(exitCode).toBe(3);
  expect(lab.out.text).toMatch(/^ana +≥ 20 \/ 40 {2}2 unknown$/m);
  expect(lab.err.text).toContain('2 works could not be told.');
  expect(lab.err.text).toMatch(/^ {2}Grading .* the engine has gone\n {4}ana · 2\n {4}bia · 2$/m);
  expect(lab.err.text).toContain('lab grade turma --challenge 2 --challenge 1 --rerun-unknown\n');
  isBroken = false;
  // By itself, a run does not try again.
  expect(await grade(grading)).toMatchObject({ judged: [], exitCode: 3 });
  expect(await grade(grading, { ...both, rerunUnknown: true })).toMatchObject({
    judged: ['ana/2', 'bia/2'],
    exitCode: 0,
  });
});

test('--json is the gradebook and nothing else', async () => {
  const { lab } = await grade(fakeGrading(classOf('ana')), { ...both, json: true });
  expect(JSON.parse(lab.out.text)).toMatchObject({ schema: 'lab.grades/2', students: [{ id: 'ana', final: 40 }] });
});

test('Ctrl-C stops, says so, keeps what is done, and gives all back; the same command goes on', async () => {
  const controller = new AbortController();
  const reason = new Error('SIGINT');
  const grading = fakeGrading(classOf('ana', 'bia'));
  const { gradePart } = grading;
  grading.gradePart = async (part, context) => {
    if (grading.judged.length === 1) controller.abort(reason);
    context.signal.throwIfAborted();
    return gradePart(part, context);
  };
  const lab = fakeLab({ cwd: folder, grading, signal: controller.signal });
  const run = gradeCommand(lab, 'turma', { ...both, jobs: 1 });
  expect(await failing(run)).toBe(reason);
  expect(lab.err.text).toContain('graded in this run, 1 of 4, is kept');
  expect(grading.sandboxes).toEqual({ opened: 1, closed: 1 });
  expect(existsSync(join(folder, 'turma-grades/results.json'))).toBe(false);
  grading.gradePart = gradePart;
  expect((await grade(grading)).judged).toEqual(['ana/2', 'bia/1', 'bia/2']);
  expect(results()).toEqual(['ana', 'bia']);
});

test('a rerun that Ctrl-C stopped goes on where it was with the same command, and one that ended begins anew', async () => {
  const grading = fakeGrading(classOf('ana', 'bia'));
  await grade(grading);
  const { gradePart } = grading;
  const now = async (...[part, context]: Parameters<typeof gradePart>) => ({
    ...(await gradePart(part, context)),
    at: new Date().toISOString(),
  });
  const controller = new AbortController();
  const before = grading.judged.length;
  grading.gradePart = async (part, context) => {
    if (grading.judged.length === before + 3) controller.abort(new Error('SIGINT'));
    context.signal.throwIfAborted();
    return now(part, context);
  };
  const rerun = { ...both, jobs: 1, rerun: true };
  await failing(grade(grading, rerun, { signal: controller.signal }));
  grading.gradePart = now;
  const again = await grade(grading, rerun);
  expect(again.judged).toEqual(['bia/2']);
  expect(again.lab.err.text).toContain('The rerun that was stopped goes on');
  expect((await grade(grading, rerun)).judged).toEqual(['ana/1', 'ana/2', 'bia/1', 'bia/2']);
});

test('a machine that fails three times in a row stops the run, and says why', async () => {
  const grading = fakeGrading(classOf('ana', 'bia'));
  grading.gradePart = async (_, { challenge, digest }) => ({
    ...fakeResult({ challenge, digest }, { outcome: 'unknown', verdict: 'unknown' }),
    reason: say('fault.said', { reason: 'no space left on device' }),
  });
  const error = await failing(grade(grading, { ...both, jobs: 1 }));
  expect(error).toBeInstanceOf(CouldNotTell);
  expect(error).toMatchObject({ why: 'no space left on device' });
});

test('a result that cannot be read is graded again, and kept', async () => {
  const grading = fakeGrading(classOf('ana'));
  await grade(grading);
  const parts = join(folder, 'turma-grades/.lab/works');
  const file = join(parts, readdirSync(parts)[0] ?? '', `${first.id}.json`);
  writeFileSync(file, '{"schema":');
  const { lab, judged } = await grade(grading);
  expect(judged).toEqual(['ana/1']);
  const aside = /as it is in (\S+\.damaged-\S+),/.exec(lab.err.text)?.[1] ?? '';
  expect(readFileSync(aside, 'utf8')).toBe('{"schema":');
});

test.each(['en', 'pt-BR'] as const)(
  'hostile names and remarks command no terminal, and fit 80 columns in %s',
  async language => {
    const hostile = [
      '=cmd()|x\u001b[31m',
      'x'.repeat(255),
      '<script>alert(1)</script>',
      '学生'.repeat(20),
      'a\u202eb\nc',
    ];
    const remark = verbatim('zip\u0007\nbomb');
    const grading = fakeGrading(
      hostile.map(id => ({
        ...submissionOf(id),
        remarks: [remark],
        unreadable: verbatim(`\u001b]0;x\u0007${'y'.repeat(300)}`),
      })),
    );
    grading.gradePart = async (_, { challenge, digest }) => ({
      ...fakeResult({ challenge, digest }, { outcome: 'unknown', verdict: 'unknown' }),
      reason: verbatim('\u001b[2Jthe\nengine'),
    });
    const { lab } = await grade(grading, both, { language });
    expect(lab.out.text + lab.err.text).not.toMatch(/(?!\n)[\p{Cc}\u202e]/u);
    for (const line of lab.out.text.split('\n')) expect(textWidth(line)).toBeLessThan(80);
  },
);

describe('the output folder', () => {
  const refused = async (options: GradeOptions) => failing(grade(fakeGrading(classOf('ana')), { ...both, ...options }));

  test('is never among the submissions, by whatever name', async () => {
    symlinkSync('turma', join(folder, 'link'));
    for (const out of ['turma', 'turma/notas', 'turma/a/b', 'link/notas', './turma/../turma/x']) {
      const error = await refused({ out });
      expect(error).toBeInstanceOf(UsageError);
      expect(error.message).toContain('among the submissions');
    }
    expect(readdirSync(join(folder, 'turma'))).toEqual([]);
    mkdirSync(join(folder, 'turma2'));
    expect((await grade(fakeGrading(classOf('ana')), { ...both, out: 'turma2' })).exitCode).toBe(0);
  });

  test('with files of others is left alone; with the instructor’s own it is fine', async () => {
    const out = join(folder, 'turma-grades');
    mkdirSync(out);
    for (const name of ['roster.csv', 'rubric.json', 'overrides.json']) writeFileSync(join(out, name), name);
    await grade(fakeGrading(classOf('ana')));
    for (const name of ['roster.csv', 'rubric.json', 'overrides.json']) {
      expect(readFileSync(join(out, name), 'utf8')).toBe(name);
    }
    mkdirSync(join(folder, 'thesis'));
    writeFileSync(join(folder, 'thesis/results.json'), 'precious');
    const error = await refused({ out: 'thesis' });
    expect(error).toBeInstanceOf(UsageError);
    expect(error.why).toContain('results.json');
    expect(readdirSync(join(folder, 'thesis'))).toEqual(['results.json']);
  });

  test('is one grader’s at a time', async () => {
    await grade(fakeGrading(classOf('ana')));
    {
      using _held = await lockFile(join(folder, 'turma-grades/.lab/lock'), { deadlineMs: 1000 });
      const error = await refused({});
      expect(error).toBeInstanceOf(CouldNotTell);
      expect(error.message).toContain('Another lab is grading');
    }
    expect((await grade(fakeGrading(classOf('ana')))).exitCode).toBe(0);
  });

  test('that a killed run has left is gone on with', async () => {
    mkdirSync(join(folder, 'turma-grades/.lab/unpacked/ana/deep'), { recursive: true });
    writeFileSync(join(folder, 'turma-grades/.lab/unpacked/ana/deep/x'), '');
    let found: string[] = ['?'];
    const grading = fakeGrading(classOf('ana'));
    const { readClass } = grading;
    grading.readClass = async (of, options) => {
      found = readdirSync(options.scratch);
      return readClass(of, options);
    };
    await grade(grading);
    expect(found).toEqual([]);
  });

  test('that cannot be written is told before anything is run', async () => {
    writeFileSync(join(folder, 'file'), '');
    const grading = fakeGrading(classOf('ana'));
    expect(await failing(grade(grading, { ...both, out: 'file/grades' }))).toBeInstanceOf(CouldNotTell);
    expect(grading.judged).toEqual([]);
  });
});

describe('wrong usage', () => {
  test.each<[string, string[], string]>([
    ['no folder', ['grade'], '<DIR>'],
    ['a folder that is not there', ['grade', 'nowhere'], '“nowhere” is not a folder'],
    ['no jobs', ['grade', 'turma', '--jobs', '0'], '--jobs <count> takes a whole number from 1 to 64, not “0”.'],
    ['half a job', ['grade', 'turma', '--jobs', '1.5'], 'not “1.5”'],
    ['words for seconds', ['grade', 'turma', '--timeout', 'long'], '--timeout <seconds>'],
    ['no such challenge', ['grade', 'turma', '--challenge', '99'], 'There is no challenge “99”.'],
    ['an option that is nearly one', ['grade', 'turma', '--rerun-unknwon'], '--rerun-unknwon'],
  ])('%s', async (_, argv, message) => {
    const error = await failing(runProgram(fakeLab({ cwd: folder }), argv));
    expect(error).toBeInstanceOf(UsageError);
    expect(error.message).toContain(message);
  });

  test('a submission that is not there, and a class without any', async () => {
    const error = await failing(grade(fakeGrading(classOf('ana', 'bia')), { ...both, only: ['ana', 'eva'] }));
    expect(error.message).toContain('“eva”');
    expect(error.why).toContain('ana, bia');
    expect((await failing(grade(fakeGrading([])))).message).toContain('There are no submissions');
  });

  test('a file that was named and is not there; those that lie in their place are found', async () => {
    for (const option of ['rubric', 'roster', 'overrides'] as const) {
      const error = await failing(grade(fakeGrading(classOf('ana')), { ...both, [option]: 'nowhere.json' }));
      expect(error).toBeInstanceOf(UsageError);
      expect(error.message).toContain(`--${option}`);
    }
    expect((await failing(grade(fakeGrading([]), { ...both, images: ['x.tar'] }))).message).toContain('--images');
    writeFileSync(join(folder, 'turma/rubric.json'), '{}');
    mkdirSync(join(folder, 'turma-grades'), { recursive: true });
    writeFileSync(join(folder, 'turma-grades/overrides.json'), '{}');
    const grading = fakeGrading(classOf('ana'));
    const { readBookFiles } = grading;
    let found: unknown;
    grading.readBookFiles = async (files, ...rest) => {
      found = files;
      return readBookFiles(files, ...rest);
    };
    await grade(grading);
    expect(found).toEqual({
      rubric: join(folder, 'turma/rubric.json'),
      roster: undefined,
      overrides: join(folder, 'turma-grades/overrides.json'),
    });
  });
});
