import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { networkedContainers as challenge } from '../../challenges/01-networked-containers/challenge.ts';
import { enterWorkspace, workspaceFolder } from './workspace-folder.ts';

const root = join(import.meta.dirname, '../..');
const starter = join(root, 'challenges', challenge.id, 'starter');
let cwd = '';

beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'estaleiro-workspace-'));
});
afterEach(() => rm(cwd, { recursive: true }));

const enter = () => enterWorkspace({ language: 'en', root, cwd }, challenge);

it('makes the folder with the files to start from, once', async () => {
  const folder = join(cwd, challenge.id);
  expect(await enter()).toEqual({ folder, isNew: true, trouble: undefined });
  expect(await readdir(folder)).toEqual(await readdir(starter));
  await writeFile(join(folder, 'mine'), 'x');
  expect(await enter()).toEqual({ folder, isNew: false, trouble: undefined });
  expect(await readFile(join(folder, 'mine'), 'utf8')).toBe('x');
});

it('takes a folder that is there as it is, even an empty one', async () => {
  const folder = join(cwd, challenge.id);
  await mkdir(folder);
  expect(await enter()).toEqual({ folder, isNew: false, trouble: undefined });
  expect(await readdir(folder)).toEqual([]);
});

it('stays in a folder that is the challenge’s by its name, or by its lab.json', async () => {
  expect(await workspaceFolder(`/home/ana/${challenge.id}`, challenge)).toBe(`/home/ana/${challenge.id}`);
  await writeFile(join(cwd, 'lab.json'), JSON.stringify({ challenge: 'another', paths: {} }));
  expect(await workspaceFolder(cwd, challenge)).toBe(join(cwd, challenge.id));
  await writeFile(join(cwd, 'lab.json'), JSON.stringify({ challenge: challenge.id }));
  expect(await enter()).toEqual({ folder: cwd, isNew: false, trouble: undefined });
});

it('works in the current folder where something is in the way, and leaves that alone', async () => {
  await writeFile(join(cwd, challenge.id), 'a file');
  const { folder, trouble } = await enter();
  expect(folder).toBe(cwd);
  expect(trouble).toContain('it is not a folder');
  expect(await readFile(join(cwd, challenge.id), 'utf8')).toBe('a file');
});
