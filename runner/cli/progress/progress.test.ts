import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { networkedContainers } from '../../../challenges/01-networked-containers/challenge.ts';
import { CouldNotTell, UsageError } from '../../base/errors.ts';
import { FileProgress } from '../../progress/file-progress.ts';
import { learnHint, learnOpened, learnReport, learnTime } from '../../progress/learn.ts';
import { mergeProgress } from '../../progress/merge.ts';
import { noProgress, type Progress } from '../../progress/progress.ts';
import { reportOf } from '../../screen/test/scene.ts';
import { fakeLab, keptProgress } from '../../test/fakes/lab.ts';
import { runProgram } from '../program.ts';

const noon = Date.UTC(2026, 10, 20, 12);
const one = networkedContainers.id;
const some: Progress = [
  learnReport(reportOf({ 'custom-network': 'pass', 'server-answers': 'pass' })),
  learnHint(one, 'own-image', 2, noon),
  learnTime(one, 65 * 60_000),
  learnOpened('02-sqlite-volume', noon),
].reduce((all, more) => mergeProgress(all, more), noProgress);
const earned = some.challenges[one]?.best.earned ?? 0;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lab-progress-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const withFile = async (progress: Progress) => {
  const store = new FileProgress(join(folder, 'state'));
  await store.update(() => progress);
  return store;
};

test('lab progress is a line for each challenge and one for all', async () => {
  const lab = fakeLab({ progress: keptProgress(some), language: 'pt-BR' });
  expect(await runProgram(lab, ['progress'])).toBe(0);
  expect(lab.out.text).toMatch(
    new RegExp(`^1 +Contêineres em rede +iniciado +${earned} de 20 +2 de 6 +1 +1 h 5 min$`, 'm'),
  );
  expect(lab.out.text).toMatch(/^3 .* não iniciado +0 de 20 +0 de \d+ +0 +–$/m);
  expect(lab.out.text).toContain(`0 de 5 concluídos, ${earned} de 100 pontos, 1 h 5 min`);
  for (const line of lab.out.text.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
});

test('lab list tells state, points and time, as text and as JSON', async () => {
  const lab = fakeLab({ progress: keptProgress(some) });
  await runProgram(lab, ['list']);
  expect(lab.out.text).toMatch(
    new RegExp(`^1 +Networked containers +20 \\(\\+2\\) +begun +${earned} +1 h 5 min$`, 'm'),
  );
  for (const line of lab.out.text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  const json = fakeLab({ progress: keptProgress(some) });
  await runProgram(json, ['list', '--json']);
  expect(JSON.parse(json.out.text).challenges[0].progress).toMatchObject({
    state: 'begun',
    earned,
    met: 2,
    required: 6,
    spentMs: 65 * 60_000,
    completedAt: null,
  });
});

test('what was exported can be imported elsewhere, twice without harm', async () => {
  const from = fakeLab({ progress: keptProgress(some), cwd: folder });
  await runProgram(from, ['progress', 'export', 'mine.json']);
  expect(from.out.text).toBe('');
  const to = fakeLab({ cwd: folder });
  expect(await runProgram(to, ['progress', 'import', 'mine.json'])).toBe(0);
  expect((await to.progress.read()).progress).toEqual(some);
  expect(to.out.text).toContain(
    `1 Networked containers: not begun → begun, 0 → ${earned} points, 2 more objectives, one more hint asked for, time – → 1 h 5 min`,
  );
  await runProgram(to, ['progress', 'import', 'mine.json']);
  expect((await to.progress.read()).progress).toEqual(some);
  expect(to.out.text).toContain('There is nothing in it that was not known already.');
});

test('export to standard output is the document and nothing else; import reads standard input', async () => {
  const from = fakeLab({ progress: keptProgress(some) });
  await runProgram(from, ['progress', 'export']);
  expect(JSON.parse(from.out.text)).toMatchObject({ schema: 'lab.progress/1' });
  const to = fakeLab({ readInput: async () => from.out.text });
  await runProgram(to, ['progress', 'import', '-']);
  expect((await to.progress.read()).progress).toEqual(some);
});

test('export writes over nothing unasked', async () => {
  writeFileSync(join(folder, 'mine.json'), 'precious');
  const lab = fakeLab({ progress: keptProgress(some), cwd: folder });
  const error: unknown = await runProgram(lab, ['progress', 'export', 'mine.json']).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UsageError);
  expect((error as UsageError).next).toEqual(['lab progress export --force mine.json']);
  expect(readFileSync(join(folder, 'mine.json'), 'utf8')).toBe('precious');
  await runProgram(lab, ['progress', 'export', '--force', 'mine.json']);
  expect(readFileSync(join(folder, 'mine.json'), 'utf8')).toContain('lab.progress/1');
});

const text = (change: (copy: { challenges: Record<string, unknown> }) => void) => {
  const copy = JSON.parse(JSON.stringify(some));
  change(copy);
  return JSON.stringify(copy);
};

test.each<[string, string]>([
  ['{', 'It is not valid JSON, at line 1'],
  ['{"schema":"lab.progress/2"}', 'newer version of the lab (lab.progress/2)'],
  [
    text(copy => Object.assign(copy, { challenges: { x: {}, y: {} } })),
    'challenges.x.spentMs: expected a whole number of milliseconds',
  ],
  [text(copy => Object.assign(copy.challenges[one] as object, { best: { earned: 21, bonus: 0 } })), '20 is the most'],
])('what is wrong with an import is told, and nothing changes: %s', async (input, expected) => {
  const lab = fakeLab({ readInput: async () => input });
  const error: unknown = await runProgram(lab, ['progress', 'import', '-']).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UsageError);
  expect(`${(error as UsageError).message}\n${(error as UsageError).why}`).toContain(expected);
  expect((await lab.progress.read()).progress).toEqual(noProgress);
});

test('import in place of what there is keeps that beside', async () => {
  const lab = fakeLab({ progress: await withFile(some), readInput: async () => JSON.stringify(noProgress) });
  await runProgram(lab, ['progress', 'import', '-', '--replace']);
  expect((await lab.progress.read()).progress).toEqual(noProgress);
  expect(lab.err.text).toMatch(/progress import \S*progress\.json\.before-import-/);
});

test('reset says what goes, asks, and keeps a copy that brings it back', async () => {
  const asked: string[] = [];
  const confirm = async (question: string) => asked.push(question) > 1;
  const lab = fakeLab({ progress: await withFile(some), interactive: true, confirm, cwd: folder });
  await runProgram(lab, ['progress', 'reset', '1']);
  expect(lab.err.text).toContain('Networked containers');
  expect(lab.err.text).not.toContain('SQLite');
  expect((await lab.progress.read()).progress).toEqual(some);
  await runProgram(lab, ['progress', 'reset', '1']);
  expect(asked).toHaveLength(2);
  expect(Object.keys((await lab.progress.read()).progress.challenges)).toEqual(['02-sqlite-volume']);
  const backup = /lab progress import (\S+)/.exec(lab.err.text)?.[1] ?? '';
  await runProgram(lab, ['progress', 'import', backup]);
  expect((await lab.progress.read()).progress).toEqual(some);
});

test('reset without a terminal needs --yes, and says so', async () => {
  const lab = fakeLab({ progress: keptProgress(some), language: 'pt-BR' });
  const error: unknown = await runProgram(lab, ['progress', 'reset']).catch((thrown: unknown) => thrown);
  expect((error as UsageError).next.join()).toContain('lab progress reset --yes');
  await runProgram(lab, ['progress', 'reset', '--yes']);
  expect((await lab.progress.read()).progress.challenges).toEqual({});
  await runProgram(lab, ['progress', 'reset', '--yes']);
  expect(lab.out.text).toContain('Não há nada a reiniciar.');
});

test('a wrong word after progress is no export', async () => {
  const error: unknown = await runProgram(fakeLab(), ['progress', 'exprt']).catch((thrown: unknown) => thrown);
  expect((error as UsageError).message).toBe('There is no command “exprt”.');
});

test('where nothing can be saved, reading goes on with a word about it, and importing fails', async () => {
  writeFileSync(join(folder, 'state'), '');
  const lab = fakeLab({
    progress: new FileProgress(join(folder, 'state')),
    readInput: async () => JSON.stringify(some),
  });
  expect(await runProgram(lab, ['list'])).toBe(0);
  expect(lab.err.text.match(/Your progress is not saved/g)).toHaveLength(1);
  await expect(runProgram(lab, ['progress', 'import', '-'])).rejects.toBeInstanceOf(CouldNotTell);
});

test('a damaged file is told with its new name by whoever reads it first', async () => {
  const store = await withFile(some);
  writeFileSync(store.file, '{"schema":');
  const lab = fakeLab({ progress: store });
  await runProgram(lab, ['list']);
  const aside = /in (\S+progress\.json\.damaged-\S+), and/.exec(lab.err.text)?.[1] ?? '';
  expect(existsSync(aside)).toBe(true);
  expect(lab.err.text).toContain(`lab progress import ${aside}`);
});
