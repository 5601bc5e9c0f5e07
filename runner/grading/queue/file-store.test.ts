import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileNameOf } from '../../gradebook/file-name.ts';
import { challengeNumber, fakeResult, fakeTask } from '../../test/fakes/class.ts';
import { FileStore } from './file-store.ts';
import type { SetAside } from './part-store.ts';
import { submissionResult } from './submission-result.ts';

const challenge = challengeNumber(1);
const task = fakeTask('Ana Souza', challenge);
const name = { submission: 'Ana Souza', challenge: challenge.id };
const stored = { result: fakeResult(task), scriptMs: 1000 };

let folder: string;
let aside: SetAside[];
let store: FileStore;
const file = () => join(folder, 'works', fileNameOf(name.submission), `${challenge.id}.json`);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lab-grade-'));
  aside = [];
  store = new FileStore(folder, what => aside.push(what));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('what was kept is there for the next process, and says what it is', async () => {
  expect(await store.read(name)).toBeUndefined();
  await store.keep(name, stored);
  expect(JSON.parse(readFileSync(file(), 'utf8'))).toMatchObject({ schema: 'lab.work/3', submission: 'Ana Souza' });
  const next = new FileStore(folder, () => {});
  expect(JSON.stringify(await next.read(name))).toBe(JSON.stringify(stored));
  expect(readdirSync(join(folder, 'works', fileNameOf(name.submission)))).toEqual([`${challenge.id}.json`]);
});

const asText = (change: (copy: { result: Record<string, unknown> } & Record<string, unknown>) => void) => {
  const copy = JSON.parse(JSON.stringify({ schema: 'lab.work/3', submission: name.submission, ...stored }));
  change(copy);
  return JSON.stringify(copy);
};

test.each<[string, string, 'damaged' | 'newer']>([
  ['half of it', asText(() => {}).slice(0, 200), 'damaged'],
  ['nothing', '', 'damaged'],
  ['another thing', '[]', 'damaged'],
  ['zeros, as after a power cut', '\0'.repeat(300), 'damaged'],
  ['without its objectives', asText(copy => delete copy.result.objectives), 'damaged'],
  ['with a verdict that there is not', asText(copy => Object.assign(copy.result, { outcome: 'splendid' })), 'damaged'],
  [
    'with a score that is no number',
    asText(copy => Object.assign(copy.result, { score: { earned: null } })),
    'damaged',
  ],
  [
    'with a finding that nobody has words for',
    asText(copy => Object.assign(copy.result, { reason: { code: 'no.such', params: {} } })),
    'damaged',
  ],
  [
    'with a finding that nobody has words for, hidden in a list',
    asText(copy =>
      Object.assign(copy.result, {
        remarks: [{ code: 'network.apart', params: { places: [{ code: 'no.such', params: {} }] } }],
      }),
    ),
    'damaged',
  ],
  ['with a list for an object', asText(copy => Object.assign(copy.result, { score: [] })), 'damaged'],
  [
    'nested more deeply than any result',
    asText(() => {}).replace('"remarks":[]', `"remarks":${'[{"more":'.repeat(100_000)}`),
    'damaged',
  ],
  ['of somebody else', asText(copy => Object.assign(copy, { submission: 'Bia' })), 'damaged'],
  ['of another challenge', asText(copy => Object.assign(copy.result, { challenge: 'x' })), 'damaged'],
  ['of a newer lab', asText(copy => Object.assign(copy, { schema: 'lab.work/4' })), 'newer'],
])('a file %s is set aside and never written over', async (_, text, why) => {
  await store.keep(name, stored);
  writeFileSync(file(), text);
  expect(await store.read(name)).toBeUndefined();
  expect(aside).toMatchObject([{ why }]);
  await store.keep(name, stored);
  expect(readFileSync(aside[0]?.file ?? '', 'utf8')).toBe(text);
  expect(JSON.stringify(await store.read(name))).toBe(JSON.stringify(stored));
});

test('a result of a lab of before is judged again, and is no damage', async () => {
  await store.keep(name, stored);
  writeFileSync(
    file(),
    asText(copy => Object.assign(copy, { schema: 'lab.work/2' })),
  );
  expect(await store.read(name)).toBeUndefined();
  expect(aside).toEqual([]);
});

test('a full disk leaves what was kept as it was', async () => {
  await store.keep(name, stored);
  symlinkSync('/dev/full', `${file()}.new`);
  await expect(store.keep(name, { ...stored, scriptMs: 2 })).rejects.toThrow('ENOSPC');
  expect((await store.read(name))?.scriptMs).toBe(1000);
});

test('a submission is a file of its own', async () => {
  await store.keepSubmission(submissionResult(task.submission, [{ task, result: stored.result }]));
  const text = readFileSync(join(folder, 'submissions', `${fileNameOf(name.submission)}.json`), 'utf8');
  expect(JSON.parse(text)).toMatchObject({
    schema: 'lab.submission/2',
    id: 'Ana Souza',
    works: [{ challenge: challenge.id }],
  });
});
