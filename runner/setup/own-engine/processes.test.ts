import { expect, test } from 'vitest';
import { descendants, engineProcesses, listProcesses, parseStat, waitUntil } from './processes.ts';

test('a program name with spaces and parentheses does not confuse the stat line', () => {
  expect(parseStat('42 (a) b (c) S 7 42 42 0 -1 4194560')).toEqual({ state: 'S', parent: 7 });
});

test.skipIf(process.platform !== 'linux')('our own process is listed, with its parent and arguments', () => {
  const ours = listProcesses().find(({ pid }) => pid === process.pid);
  expect(ours).toMatchObject({ parent: process.ppid, isOutside: true });
  expect(ours?.argv.length).toBeGreaterThan(0);
});

const folders = { data: '/e/data', exec: '/e/exec' };
const all = [
  { pid: 9, parent: 17, argv: ['dockerd', '--data-root=/e/data'], isOutside: false },
  { pid: 10, parent: 1, argv: ['dockerd', '--data-root=/other/data'], isOutside: true },
  { pid: 11, parent: 1, argv: ['less', '--data-root=/e/data'], isOutside: true },
  {
    pid: 12,
    parent: 1,
    argv: ['/usr/sbin/dockerd', '--data-root=/e/data', '--pidfile=/e/docker.pid'],
    isOutside: true,
  },
  { pid: 13, parent: 12, argv: ['containerd', '--config', '/e/exec/containerd/containerd.toml'], isOutside: true },
  {
    pid: 14,
    parent: 1,
    argv: ['/usr/bin/containerd-shim-runc-v2', '-address', '/e/exec/containerd/containerd.sock'],
    isOutside: true,
  },
  { pid: 15, parent: 1, argv: ['containerd-shim-runc-v2', '-address', '/other/containerd.sock'], isOutside: true },
  { pid: 16, parent: 14, argv: ['node', 'server.ts'], isOutside: true },
  { pid: 17, parent: 16, argv: ['sh'], isOutside: false },
  { pid: 18, parent: 15, argv: ['redis'], isOutside: true },
];

test("an engine's processes are known by program and folder, not by either alone", () => {
  expect(engineProcesses(all, folders)).toEqual({ dockerd: 12, containerd: 13, shims: [14] });
});

test("containers are the shims' descendants", () => {
  expect(descendants(all, [14])).toEqual([16, 17, 9]);
  expect(descendants(all, [])).toEqual([]);
});

test('waiting ends as soon as it is so, and at the deadline', async () => {
  let looks = 0;
  expect(await waitUntil(() => ++looks === 3, { deadlineMs: 10_000, everyMs: 1 })).toBe(true);
  expect(await waitUntil(() => false, { deadlineMs: 5, everyMs: 1 })).toBe(false);
});

test('waiting can be called off', async () => {
  const waiting = waitUntil(() => false, { deadlineMs: 60_000, signal: AbortSignal.abort() });
  await expect(waiting).rejects.toThrow(/abort/i);
});
