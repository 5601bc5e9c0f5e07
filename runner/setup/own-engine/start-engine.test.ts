import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CouldNotTell } from '../../base/errors.ts';
import { setupMessages } from '../texts/setup.ts';
import { engineFolders } from './engine-folders.ts';
import { engineConfig, lastLines, startEngine } from './start-engine.ts';

test("the administrator's settings are kept, but for those that would collide with ours", () => {
  const admin = {
    hosts: ['fd://'],
    'data-root': '/srv/docker',
    'registry-mirrors': ['http://127.0.0.1:5000'],
    mtu: 1400,
  };
  expect(JSON.parse(engineConfig(JSON.stringify(admin)))).toEqual({
    'registry-mirrors': ['http://127.0.0.1:5000'],
    mtu: 1400,
  });
});

test.each([[undefined], ['not json'], ['[]'], ['null']])('no usable settings (%j) are none', text => {
  expect(JSON.parse(engineConfig(text))).toEqual({});
});

test('the log is quoted without the time of each line and its small talk', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lab-log-'));
  try {
    const log = join(folder, 'engine.log');
    await writeFile(
      log,
      'time="2026-11-21T00:09:53Z" level=info msg="Starting up"\nfailed to start daemon: no iptables\n',
    );
    expect(lastLines(log)).toBe('failed to start daemon: no iptables');
    await writeFile(log, 'time="2026-11-21T00:09:53Z" level=info msg="Starting up"\n');
    expect(lastLines(log)).toBe('"Starting up"');
    expect(lastLines(join(folder, 'none'))).toBe('');
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a folder whose sockets would have too long a path is refused before anything is started', async () => {
  const folders = engineFolders({ LAB_ENGINE_DIR: `/tmp/${'x'.repeat(100)}` });
  const progress = { t: setupMessages.en, say: () => expect.unreachable('nothing should have begun') };
  await expect(startEngine(folders, progress)).rejects.toThrow(CouldNotTell);
  await expect(startEngine(folders, progress)).rejects.toThrow(/too long.*107 bytes/);
});
