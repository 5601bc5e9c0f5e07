import { mkdtemp, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { linkUsualSocket, unlinkUsualSocket } from './docker-link.ts';

let folder: string;
let usual: string;
let ours: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lab-link-'));
  usual = join(folder, 'docker.sock');
  ours = join(folder, 'ours.sock');
  await writeFile(ours, '');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('nothing there: the link is made, found again, and taken away', async () => {
  expect(await linkUsualSocket(ours, usual)).toBe('made');
  expect(await readlink(usual)).toBe(ours);
  expect(await linkUsualSocket(ours, usual)).toBe('there');
  expect(await unlinkUsualSocket(ours, usual)).toBe(true);
  expect(await unlinkUsualSocket(ours, usual)).toBe(false);
});

test('a link that leads nowhere is replaced', async () => {
  await symlink(join(folder, 'gone.sock'), usual);
  expect(await linkUsualSocket(ours, usual)).toBe('made');
  expect(await readlink(usual)).toBe(ours);
});

test("somebody else's link stays", async () => {
  const theirs = join(folder, 'theirs.sock');
  await writeFile(theirs, '');
  await symlink(theirs, usual);
  expect(await linkUsualSocket(ours, usual)).toBe('in-the-way');
  expect(await unlinkUsualSocket(ours, usual)).toBe(false);
  expect(await readlink(usual)).toBe(theirs);
});

test('anything that is no link stays', async () => {
  await writeFile(usual, 'a socket');
  expect(await linkUsualSocket(ours, usual)).toBe('in-the-way');
  expect(await unlinkUsualSocket(ours, usual)).toBe(false);
  expect(await readFile(usual, 'utf8')).toBe('a socket');
});
