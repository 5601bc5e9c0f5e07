import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readClass } from '../../grading/intake/read-class.ts';
import { classPlanSchema } from '../../grading/plan-schema.ts';
import { challengeNumber } from '../../test/fakes/class.ts';
import { fakeGrading } from '../../test/fakes/grading.ts';
import { fakeLab } from '../../test/fakes/lab.ts';
import { gradeCommand } from './grade.ts';
import type { GradeOptions } from './options.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lab-plan-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

const unreachable = () => Promise.reject(new Error('no engine is needed'));

async function plan(options: GradeOptions = {}, change: Parameters<typeof fakeLab>[0] = {}) {
  const grading = fakeGrading([], { readClass, openSandboxes: unreachable, openStore: unreachable });
  const lab = fakeLab({ cwd: folder, grading, ...change });
  const exitCode = await gradeCommand(lab, 'turma', { plan: true, ...options });
  return { exitCode, out: lab.out.text, err: lab.err.text };
}

const planned = async (options: GradeOptions = {}) =>
  v.parse(classPlanSchema, JSON.parse((await plan({ json: true, ...options })).out));

test('says what would be run, what would not and why, as data, and writes nothing', async () => {
  put({
    'turma/ana/desafio1/up.sh': 'docker run -d x\n',
    'turma/ana/desafio1/README.md': 'Rode `docker run -d y`.\n',
    'turma/ana/desafio1/limpar.sh': 'docker rm -f x\n',
    'turma/ana/desafio2/compose.yaml': 'services: {}\n',
    'turma/bia/desafio1/notas.md': '# nada\n',
    'turma/caio.rar': 'Rar!',
  });
  const { students, notTaken, schema } = await planned();
  expect(schema).toBe('lab.plan/1');
  expect(students.map(({ id, sources }) => [id, sources])).toEqual([
    ['ana', ['ana']],
    ['bia', ['bia']],
    ['caio', ['caio.rar']],
  ]);
  expect(students[0]).toMatchObject({ name: '', canvasId: '', moodleId: '', late: null });
  expect(students[0]?.parts).toMatchObject([
    {
      ...{ challenge: challengeNumber(1).id, path: 'desafio1', outcome: null, remarks: [] },
      plans: [
        { from: 'up.sh', script: 'bash ./up.sh\n' },
        { from: 'README.md', script: 'docker run -d y\n' },
      ],
      notTaken: [{ path: 'limpar.sh', reason: '“limpar.sh” cleans up, tests, or runs no docker command.' }],
    },
    { challenge: challengeNumber(2).id, outcome: 'compose-only', plans: [] },
  ]);
  expect(students[1]?.parts).toMatchObject([{ outcome: 'no-instructions', plans: [] }]);
  expect(notTaken).toMatchObject([{ path: 'caio.rar' }]);
  expect(readdirSync(folder)).toEqual(['turma']);
});

test('says it to people, in their language, for the submissions and challenges that they ask for', async () => {
  put({ 'turma/ana/desafio1/up.sh': 'docker run x', 'turma/bia/desafio1/leia-me.md': 'nada', 'turma/caio/a/b': '' });
  const { out, exitCode } = await plan();
  expect(exitCode).toBe(0);
  expect(out).toContain(
    `ana\n  ${challengeNumber(1).id} (desafio1)\n    would be run, from up.sh:\n      bash ./up.sh\n`,
  );
  const told = await plan({ only: ['bia'] }, { language: 'pt-BR' });
  expect(told.out).toContain('não seria executado: sem instruções');
  expect(told.out).not.toContain('up.sh:');
  expect((await planned({ challenge: [challengeNumber(2)] })).students.flatMap(({ parts }) => parts)).toEqual([]);
});

test('a script of the instructor’s own comes first, and is told where it belongs to no part', async () => {
  put({
    'turma/Ana Luz/desafio1/README.md': 'Rode `docker run -d y`.\n',
    'turma/bia/desafio2/leia.txt': 'nada',
    'turma/bia/desafio2/Dockerfile': 'FROM x\nRUN --mount=type=cache,target=/x npm ci\n',
    'turma-grades/own/Ana Luz/1/run.sh': 'docker run -d z\r\n',
    'turma-grades/own/bia/2/run.sh': 'docker build .\n',
    'turma-grades/own/ana/3/run.sh': 'docker run w\n',
  });
  const { students } = await planned();
  expect(students.map(({ parts }) => parts[0]?.plans)).toEqual([
    [
      { from: 'own/Ana Luz/1/run.sh', script: 'docker run -d z\n' },
      { from: 'README.md', script: 'docker run -d y\n' },
    ],
    [{ from: 'own/bia/2/run.sh', script: 'docker build .\n' }],
  ]);
  expect(students[1]?.parts[0]).toMatchObject({ outcome: null });
  expect((await plan()).err).toContain('own/ana/3/run.sh belongs to no part');
});

test('a script of the instructor’s own is graded with, and its folder is in nobody’s way', async () => {
  put({ 'turma/ana/desafio1/README.md': 'nada', 'turma-grades/own/ana/1/run.sh': 'docker run -d z\n' });
  const ran: unknown[] = [];
  const { gradePart, ...rest } = fakeGrading([]);
  const grading = fakeGrading([], {
    ...rest,
    readClass,
    gradePart: async (part, context) => {
      ran.push(part?.plan);
      return gradePart(part, context);
    },
  });
  const lab = fakeLab({ cwd: folder, grading });
  await gradeCommand(lab, 'turma', { challenge: [challengeNumber(1)] });
  expect(ran).toMatchObject([{ kind: 'script', file: 'own/ana/1/run.sh', script: 'docker run -d z\n' }]);
  expect(existsSync(join(folder, 'turma-grades/own/ana/1/run.sh'))).toBe(true);
});

test('a folder without submissions is said to be one', async () => {
  mkdirSync(join(folder, 'turma'));
  await expect(plan()).rejects.toThrow('There are no submissions');
});
