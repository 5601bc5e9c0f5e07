import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { mark, markOf, writeReports } from './report-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lab-reports-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const read = (path: string) => readFileSync(join(folder, path), 'utf8');
const reports = (...all: [string, string][]) => all.map(([path, content]) => ({ path, content }));

test('later reports take the place of earlier ones, and those with nothing to say any more go', async () => {
  expect(await writeReports(folder, reports(['grades.csv', 'a'], ['students/ana.md', 'b']))).toEqual([]);
  expect(await writeReports(folder, reports(['grades.csv', 'c']))).toEqual([]);
  expect(read('grades.csv')).toBe('c');
  expect(existsSync(join(folder, 'students'))).toBe(false);
});

test('what somebody has changed, or put there, is kept beside', async () => {
  await writeReports(folder, reports(['grades.csv', 'a'], ['students/ana.md', 'b']));
  writeFileSync(join(folder, 'students/ana.md'), 'by hand');
  writeFileSync(join(folder, 'report.html'), 'mine');
  const kept = await writeReports(folder, reports(['grades.csv', 'a'], ['report.html', 'r']));
  expect(kept.map(({ path }) => path).sort()).toEqual(['report.html', 'students/ana.md']);
  expect(kept.map(({ keptAs }) => readFileSync(keptAs, 'utf8')).sort()).toEqual(['by hand', 'mine']);
  expect(read('report.html')).toBe('r');
});

test('a run that was killed while writing does not take its own for somebody’s', async () => {
  await writeReports(folder, reports(['grades.csv', 'a'], ['results.json', 'a']));
  symlinkSync('/dev/full', join(folder, 'results.json.new'));
  await expect(writeReports(folder, reports(['grades.csv', 'b'], ['results.json', 'b']))).rejects.toThrow('ENOSPC');
  expect([read('grades.csv'), read('results.json')]).toEqual(['b', 'a']);
  expect(await writeReports(folder, reports(['grades.csv', 'c'], ['results.json', 'c']))).toEqual([]);
  expect([read('grades.csv'), read('results.json')]).toEqual(['c', 'c']);
});

test.each([
  '{',
  '['.repeat(100_000),
  '{ "schema": "lab.output/1", "files": { "grades.csv": 3 } }',
  '{ "schema": "lab.output/1", "files": [] }',
])('with a damaged list, nothing is lost either: %#', async list => {
  await writeReports(folder, reports(['grades.csv', 'a']));
  writeFileSync(join(folder, '.lab/manifest.json'), list);
  const [kept] = await writeReports(folder, reports(['grades.csv', 'b']));
  expect(readFileSync(kept?.keptAs ?? '', 'utf8')).toBe('a');
});

test('a list that names what is outside removes nothing there', async () => {
  await mark(folder);
  writeFileSync(join(folder, 'roster.csv'), 'x');
  const files = { '../x': ['a'], '/etc/passwd': [], 'roster.csv': [], '.lab/manifest.json': [] };
  writeFileSync(join(folder, '.lab/manifest.json'), JSON.stringify({ schema: 'lab.output/1', files }));
  expect(await writeReports(folder, [])).toEqual([]);
  expect(readdirSync(folder).sort()).toEqual(['.lab', 'roster.csv']);
});

test.each(['../x', '/x', 'a/../../x', 'roster.csv', 'overrides.json', 'rubric.json', '.lab/lock', '.', ''])(
  'a report is never called %j',
  async path => {
    await expect(writeReports(folder, reports([path, 'x']))).rejects.toThrow('cannot be called');
  },
);

test('a folder says whose it is', async () => {
  expect(await markOf(folder)).toBe('none');
  await mark(folder);
  expect(await markOf(folder)).toBe('ours');
  writeFileSync(join(folder, '.lab/manifest.json'), '{"schema":"lab.output/2"}');
  expect(await markOf(folder)).toBe('newer');
});
