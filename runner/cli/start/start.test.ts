import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { catalogue } from '../../../challenges/catalogue.ts';
import { CouldNotTell, UsageError } from '../../base/errors.ts';
import { fakeLab } from '../../test/fakes/lab.ts';
import { start } from './start.ts';

const [challenge] = catalogue;
if (challenge === undefined) throw new Error('the catalogue is empty');
const root = join(import.meta.dirname, '../../..');
let cwd: string;

beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'lab start '));
});
afterEach(() => rm(cwd, { recursive: true, force: true }));

test('copies the starter and says how to go on', async () => {
  const lab = fakeLab({ cwd, root });
  expect(await start(lab, challenge)).toBe(0);
  const expected = await readdir(join(root, 'challenges', challenge.id, 'starter'), { recursive: true });
  expect((await readdir(join(cwd, challenge.id), { recursive: true })).sort()).toEqual(expected.sort());
  expect(lab.out.text).toContain(`cd ${challenge.id}`);
  expect(lab.out.text).toContain('lab verify 1');
});

test('takes a path with spaces, quotes and folders that are not there yet', async () => {
  const lab = fakeLab({ cwd, root });
  expect(await start(lab, challenge, "a b/it's/x")).toBe(0);
  expect(await readdir(join(cwd, "a b/it's/x"))).not.toEqual([]);
  expect(lab.out.text).toContain(`cd 'a b/it'\\''s/x'`);
});

test('an empty folder will do', async () => {
  await mkdir(join(cwd, 'empty'));
  expect(await start(fakeLab({ cwd, root }), challenge, 'empty')).toBe(0);
  expect(await readdir(join(cwd, 'empty'))).not.toEqual([]);
});

test('never writes over anything', async () => {
  await mkdir(join(cwd, 'mine'));
  await writeFile(join(cwd, 'mine/notes'), 'precious');
  await writeFile(join(cwd, 'file'), 'precious');
  const lab = fakeLab({ cwd, root });
  await expect(start(lab, challenge, 'mine')).rejects.toThrow(/mine” already exists and is not empty/);
  await expect(start(lab, challenge, 'file')).rejects.toThrow(/file” exists and is not a folder/);
  expect(await readdir(join(cwd, 'mine'))).toEqual(['notes']);
  expect(await readFile(join(cwd, 'file'), 'utf8')).toBe('precious');
});

test('where nothing can be written, it says so', async () => {
  await writeFile(join(cwd, 'file'), '');
  await expect(start(fakeLab({ cwd, root }), challenge, 'file/below')).rejects.toThrow(UsageError);
  await expect(start(fakeLab({ cwd, root }), challenge, '/proc/nowhere/x')).rejects.toThrow(UsageError);
});

test('a checkout without its starter is not the learner’s fault', async () => {
  await expect(start(fakeLab({ cwd, root: cwd }), challenge, 'x')).rejects.toThrow(CouldNotTell);
  expect(await readdir(cwd)).toEqual([]);
});
