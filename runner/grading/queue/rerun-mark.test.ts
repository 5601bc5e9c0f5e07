import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { beginRerun, endRerun } from './rerun-mark.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lab-rerun-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const at = (hour: number) => new Date(Date.UTC(2026, 10, 3, hour));
const since = (hour: number) => at(hour).toISOString();

test('the same rerun goes on from when it began, until one comes to its end', async () => {
  expect(await beginRerun(folder, 'all', at(8))).toEqual({ since: since(8), goesOn: false });
  expect(await beginRerun(folder, 'all', at(9))).toEqual({ since: since(8), goesOn: true });
  await endRerun(folder);
  expect(await beginRerun(folder, 'all', at(10))).toEqual({ since: since(10), goesOn: false });
});

test.each([
  ['of something else', () => beginRerun(folder, 'only bia', at(8))],
  ['that begins in the future', () => beginRerun(folder, 'all', at(23))],
  ['that cannot be read', async () => writeFileSync(join(folder, 'rerun'), '\0\nall')],
])('one %s is another', async (_, before) => {
  await before();
  expect(await beginRerun(folder, 'all', at(9))).toEqual({ since: since(9), goesOn: false });
});
