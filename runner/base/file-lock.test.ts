import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockFile } from './file-lock.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lab-lock-'));
  path = join(folder, 'lock');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('the second waits until the first lets go', async () => {
  const first = await lockFile(path, { deadlineMs: 10_000 });
  let secondHasIt = false;
  const second = lockFile(path, { deadlineMs: 10_000 }).then(lock => {
    secondHasIt = true;
    return lock;
  });
  const third = await lockFile(path, { deadlineMs: 1_000 });
  expect({ third, secondHasIt }).toEqual({ third: undefined, secondHasIt: false });
  first?.[Symbol.dispose]();
  using lock = await second;
  expect(lock).toBeDefined();
});

test('waiting can be called off', async () => {
  using _first = await lockFile(path, { deadlineMs: 10_000 });
  const call = new AbortController();
  const second = lockFile(path, { deadlineMs: 60_000, signal: call.signal });
  call.abort();
  await expect(second).rejects.toThrow(/abort/i);
});
