import { PassThrough } from 'node:stream';
import type { WriteStream } from 'node:tty';
import { expect, test } from 'vitest';
import { outputOf, wantsColour } from './output.ts';

test.each([
  [{}, true, true],
  [{}, false, false],
  [{ NO_COLOR: '1' }, true, false],
  [{ NO_COLOR: '' }, true, true],
  [{ FORCE_COLOR: '1' }, false, true],
  [{ FORCE_COLOR: '' }, false, true],
  [{ FORCE_COLOR: '0' }, true, false],
  [{ FORCE_COLOR: '3', NO_COLOR: '1' }, true, false],
  [{ TERM: 'dumb' }, true, false],
  [{ TERM: 'vt100' }, true, false],
  [{ TERM: 'vt220', FORCE_COLOR: '1' }, true, true],
  [{ TERM: 'xterm-mono' }, true, false],
  [{ TERM: 'linux' }, true, true],
])('%j, terminal %j: colour %j', (env, isTerminal, expected) => {
  expect(wantsColour(env, isTerminal)).toBe(expected);
});

test('a reader that goes away is told once, and the rest is dropped in silence', () => {
  const stream = new PassThrough();
  let told = 0;
  const output = outputOf(stream as unknown as WriteStream, {}, false, () => told++);
  output.write('one');
  for (let times = 0; times < 2; times++) stream.emit('error', Object.assign(new Error('gone'), { code: 'EPIPE' }));
  output.write('two');
  expect(told).toBe(1);
  expect(String(stream.read())).toBe('one');
});

test('a terminal whose window was closed is a reader that has gone away', () => {
  const stream = new PassThrough();
  let told = 0;
  outputOf(stream as unknown as WriteStream, {}, false, () => told++);
  stream.emit('error', Object.assign(new Error('gone'), { code: 'EIO' }));
  expect(told).toBe(1);
});

test('what names and answers hold commands no terminal; files and pipes get all of it', () => {
  const evil = 'a\u001b]0;title\u0007\u009d52;c;eA==\u009c\u001bcb';
  const ours = '\u001b[H\u001b[2J\u001b[1mbold\u001b[22m\r\u001b[K\tx\n';
  const written = (isTTY: boolean) => {
    const stream = Object.assign(new PassThrough(), { isTTY });
    outputOf(stream as unknown as WriteStream, {}, false, () => {}).write(evil + ours);
    return String(stream.read());
  };
  expect(written(true)).toBe(`a]0;title52;c;eA==cb${ours}`);
  expect(written(false)).toBe(evil + ours);
});

test('only a terminal goes up, and what others have written never makes it do so', async () => {
  const terminal = (env: Record<string, string>) => {
    const stream = Object.assign(new PassThrough(), { isTTY: true });
    const written: string[] = [];
    stream.on('data', chunk => written.push(String(chunk)));
    return { written, output: outputOf(stream as unknown as WriteStream, env, false, () => {}) };
  };
  const { written, output } = terminal({ TERM: 'xterm' });
  output.write('a name \u001b[9A');
  output.up?.(2);
  output.up?.(0);
  await new Promise(resolve => setImmediate(resolve));
  expect(written.join('')).toBe('a name [9A\r\u001b[2A\r');
  expect(terminal({ TERM: 'dumb' }).output.up).toBeUndefined();
  expect(outputOf(new PassThrough() as unknown as WriteStream, {}, false, () => {}).up).toBeUndefined();
});
