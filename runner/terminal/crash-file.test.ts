import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Crash, writeCrashFile } from './crash-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'estaleiro-crash-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const crash: Crash = {
  error: new Error('the frame broke', { cause: new TypeError('no such line') }),
  at: new Date(Date.UTC(2026, 10, 21, 3, 4, 5)),
  version: '0.1.0',
  term: 'xterm',
  size: { columns: 80, rows: 24 },
  strays: 'DeprecationWarning: old\n',
};

test('says what happened, where in our code, and on what', async () => {
  const path = await writeCrashFile(join(folder, 'new'), crash);
  expect(path).toBe(join(folder, 'new', '2026-11-21T03-04-05.txt'));
  const text = readFileSync(path ?? '', 'utf8');
  expect(text).toMatch(/^Estaleiro 0\.1\.0\n/);
  expect(text).toContain('terminal xterm, 80×24');
  expect(text).toMatch(/Error: the frame broke\n\s+at .*crash-file\.test/);
  expect(text).toContain('caused by: TypeError: no such line');
  expect(text).toContain('DeprecationWarning: old');
});

test('keeps the newest only, and nobody else’s files go', async () => {
  writeFileSync(join(folder, 'notes.txt'), 'mine');
  for (let day = 1; day <= 12; day++) await writeCrashFile(folder, { ...crash, at: new Date(Date.UTC(2026, 0, day)) });
  const names = readdirSync(folder);
  expect(names).toHaveLength(11);
  expect(names).toContain('notes.txt');
  expect(names).not.toContain('2026-01-02T00-00-00.txt');
});

test('is done without where nothing can be written', async () => {
  writeFileSync(join(folder, 'file'), '');
  expect(await writeCrashFile(join(folder, 'file'), crash)).toBeUndefined();
});
