import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';

let parent = '';
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'estaleiro-parent-'));
});
afterEach(() => rm(parent, { recursive: true }));

test('it goes with everything in it, also when the work in it fails', async () => {
  const work = async () => {
    await using folder = await temporaryFolder(parent);
    await writeFile(join(folder.path, 'file'), '');
    throw new Error('failed');
  };
  await expect(work()).rejects.toThrow('failed');
  expect(await readdir(parent)).toEqual([]);
});

test('what a process left that is gone goes too; what one that lives has, and what is not ours, stays', async () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  const others = ['estaleiro-images-1-abc', 'estaleiro-imagens', 'something'];
  for (const name of [`estaleiro-images-${pid}-abc`, ...others]) await mkdir(join(parent, name));
  await using folder = await temporaryFolder(parent);
  expect((await readdir(parent)).filter(name => !folder.path.endsWith(name)).sort()).toEqual(others.sort());
});
