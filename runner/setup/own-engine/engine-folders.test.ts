import { expect, test } from 'vitest';
import { engineFolders, excessOfSocketPaths } from './engine-folders.ts';

test('LAB_ENGINE_DIR holds everything', () => {
  const { run, isDefault, ...paths } = engineFolders({ LAB_ENGINE_DIR: '/x/engine' });
  expect({ run, isDefault }).toEqual({ run: '/x/engine', isDefault: false });
  for (const path of Object.values(paths)) expect(path).toMatch(/^\/x\/engine\//);
});

test('without it, data stay over a restart of the machine and the rest does not', () => {
  const folders = engineFolders({});
  expect(folders).toMatchObject({
    data: '/var/lib/estaleiro/engine',
    socket: '/run/estaleiro/docker.sock',
    isDefault: true,
  });
  expect(excessOfSocketPaths(folders)).toBe(0);
});

test('the longest socket path decides, in bytes', () => {
  const longestThatFits = `/${'x'.repeat(107 - '/exec/containerd/containerd.sock.ttrpc'.length - 1)}`;
  expect(excessOfSocketPaths(engineFolders({ LAB_ENGINE_DIR: longestThatFits }))).toBe(0);
  expect(excessOfSocketPaths(engineFolders({ LAB_ENGINE_DIR: `${longestThatFits}é` }))).toBe(2);
});
