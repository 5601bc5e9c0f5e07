import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tarEntries } from '../../base/tar-entries.ts';
import { packPart } from './pack-part.ts';

let scratch = '';
beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'estaleiro-pack-'));
});
afterEach(() => rm(scratch, { recursive: true }));

test('all of a folder is packed so that another user can change it, and links lead where they led', async () => {
  const folder = join(scratch, 'work');
  await mkdir(join(folder, 'api'), { recursive: true, mode: 0o700 });
  await mkdir(join(folder, 'empty'));
  await writeFile(join(folder, 'up.sh'), '#!/bin/sh\n', { mode: 0o700 });
  await writeFile(join(folder, 'api', 'olá mundo.txt'), 'olá', { mode: 0o400 });
  await symlink('/etc/passwd', join(folder, 'link'));
  const socket = createServer().listen(join(folder, 'socket'));
  await once(socket, 'listening');
  await packPart(folder, join(scratch, 'work.tar'));
  socket.close();
  const entries: Record<string, unknown> = {};
  for await (const { name, type, mode, target, content } of tarEntries(join(scratch, 'work.tar')))
    entries[name.replace(/\/$/, '')] = type === 'symlink' ? target : [type, mode.toString(8), await text(content)];
  expect(entries).toEqual({
    api: ['directory', '755', ''],
    'api/olá mundo.txt': ['file', '644', 'olá'],
    empty: ['directory', '755', ''],
    link: '/etc/passwd',
    'up.sh': ['file', '755', '#!/bin/sh\n'],
  });
});

test('a folder that is not there fails, and leaves nothing waiting', async () => {
  await expect(packPart(join(scratch, 'nowhere'), join(scratch, 'work.tar'))).rejects.toThrow('ENOENT');
});

test('a large file is packed whole', async () => {
  const folder = join(scratch, 'work');
  await mkdir(folder);
  await writeFile(join(folder, 'large'), Buffer.alloc(3_000_000, 7));
  await chmod(folder, 0o755);
  await packPart(folder, join(scratch, 'work.tar'));
  expect((await readFile(join(scratch, 'work.tar'))).length).toBeGreaterThan(3_000_000);
});
