import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Hosted } from '../../engine/host.ts';
import { runScript } from './run-script.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'estaleiro-run-'));
  await writeFile(join(folder, 'file'), 'x');
});
afterEach(() => rm(folder, { recursive: true }));

/** A shell without a container: what it is handed, and what it says. */
function fakeShell() {
  const input = new PassThrough();
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const chunks: Buffer[] = [];
  input.on('data', (chunk: Buffer) => chunks.push(chunk));
  const shell: Hosted = {
    ...{ id: 'shell', stdout, stderr, input, ended: new Promise<void>(() => {}) },
    [Symbol.asyncDispose]: async () => {},
  };
  const handed = () => Buffer.concat(chunks);
  return { shell, stdout, stderr, handed };
}

const options = (changes: object = {}) => ({
  ...{ folder, script: 'ls', signal: new AbortController().signal, timeoutMs: 60_000, graceMs: 1, outputBytes: 100 },
  ...changes,
});
const report = (code: number, memory = false) => `${JSON.stringify({ code, memory, failed: '1 1 1 ls', left: '' })}\n`;

test('it hands over the files and the script, and tells how that ended', async () => {
  const scratch = await mkdtemp(join(tmpdir(), 'estaleiro-run-'));
  const { shell, stdout, stderr, handed } = fakeShell();
  const running = runScript(shell, scratch, options());
  await expect.poll(() => handed().subarray(-2).toString()).toBe('ls');
  const [, archive = '0', script] = /^(\d+) (\d+) 1\n/.exec(handed().toString('latin1')) ?? [];
  expect(script).toBe('2');
  expect(handed().length).toBe(handed().indexOf('\n') + 1 + Number(archive) + 2);
  stdout.write('one\ntwo\n');
  await new Promise(setImmediate);
  stderr.write(report(2));
  expect((await running).run).toMatchObject({
    ...{ exitCode: 2, endedBy: 'itself', failingCommand: 'ls', lastLines: ['one', 'two'], leftRunning: [] },
  });
  await rm(scratch, { recursive: true });
});

test.each([
  ['time', { timeoutMs: 1 }],
  ['output', { outputBytes: 10 }],
] as const)('what takes too much %s is told to end', async (endedBy, limit) => {
  const { shell, stdout, stderr, handed } = fakeShell();
  const running = runScript(shell, folder, options(limit));
  stdout.write('more than ten bytes\n');
  await expect.poll(() => handed().toString()).toContain('stop\n');
  stderr.write(report(137));
  expect((await running).run).toMatchObject({ exitCode: undefined, endedBy });
});

test('a script that memory ran out for has not ended by itself', async () => {
  const { shell, stderr } = fakeShell();
  stderr.write(report(137, true));
  const { run } = await runScript(shell, folder, options());
  expect(run).toMatchObject({ endedBy: 'memory', exitCode: 137 });
});

test('a shell that ends without a word is the machine’s fault', async () => {
  const { shell, stderr } = fakeShell();
  stderr.end('bash: cannot allocate memory\n');
  await expect(runScript(shell, folder, options())).rejects.toMatchObject({ name: 'SandboxFault' });
});

test('whoever is told to stop, stops', async () => {
  const { shell } = fakeShell();
  const stop = new AbortController();
  const running = runScript(shell, folder, options({ signal: stop.signal }));
  stop.abort(new Error('enough'));
  await expect(running).rejects.toThrow('enough');
});
