import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { scratchFolder } from './scratch-folder.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'estaleiro-scratch-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

test('a folder is its user’s alone, and goes when it is disposed of', async () => {
  const folder = await scratchFolder(join(root, 'new'), 'host/1/a', () => false);
  expect((await stat(folder.path)).mode & 0o777).toBe(0o700);
  await folder[Symbol.asyncDispose]();
  expect(await readdir(join(root, 'new'))).toEqual([]);
});

test('folders of sessions that are over are removed, and no others', async () => {
  const dead = await scratchFolder(root, 'host/1/dead', () => false);
  const alive = await scratchFolder(root, 'host/2/alive', () => false);
  const mine = await scratchFolder(root, 'host/3/mine', session => session.endsWith('dead'));
  expect((await readdir(root)).sort()).toEqual([alive, mine].map(({ path }) => basename(path)).sort());
  expect(await stat(dead.path).catch(() => 'gone')).toBe('gone');
});
