import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { ScreenOutput, shorter, type WriteBytes } from './screen-output.ts';

const terminal = () => Object.assign(new EventEmitter(), { columns: 100, rows: 30 });
const failure = (code: string) => Object.assign(new Error(code), { code });

function written(hand: WriteBytes, onGone = () => {}) {
  const output = new ScreenOutput(terminal(), hand, onGone);
  return { output, write: (text: string) => new Promise(resolve => output.write(text, resolve)) };
}

test('hands over everything, in order, however little the terminal takes at a time', async () => {
  let screen = '';
  const { output, write } = written(async bytes => {
    const some = bytes.subarray(0, 3);
    screen += some.toString();
    return some.length;
  });
  output.write('the first, ');
  await write('and the second');
  expect(screen).toBe('the first, and the second');
  expect(output.bytes).toBe(screen.length);
});

test('is busy until the terminal has taken what was written', async () => {
  const { promise, resolve } = Promise.withResolvers<number>();
  const { output } = written(() => promise);
  const idle = new Promise<void>(tell => output.whenIdle(tell));
  expect(output.isBusy).toBe(false);
  output.write('x');
  expect(output.isBusy).toBe(true);
  resolve(1);
  await idle;
  expect(output.isBusy).toBe(false);
});

test('asks a terminal again that could take nothing for a moment', async () => {
  let asked = 0;
  const { write } = written(async bytes => {
    asked += 1;
    if (asked === 1) throw failure('EAGAIN');
    return bytes.length;
  });
  await write('x');
  expect(asked).toBe(2);
});

test('does not wait any longer, once closed, for a terminal that takes nothing', async () => {
  const { output, write } = written(() => new Promise(() => {}));
  const done = write('x');
  output.close();
  await done;
  expect(output.bytes).toBe(0);
});

test('tells once that the terminal is gone, and drops the rest without an error', async () => {
  let gone = 0;
  let asked = 0;
  const { write } = written(
    async () => {
      asked += 1;
      throw failure('EIO');
    },
    () => {
      gone += 1;
    },
  );
  await write('one');
  await write('two');
  expect({ gone, asked }).toEqual({ gone: 1, asked: 1 });
});

test('knows the size of the terminal, and passes on that it has changed', () => {
  const source = terminal();
  const output = new ScreenOutput(
    source,
    async bytes => bytes.length,
    () => {},
  );
  let times = 0;
  output.on('resize', () => {
    times += 1;
  });
  source.columns = 60;
  source.emit('resize');
  expect({ columns: output.columns, rows: output.rows, times }).toEqual({ columns: 60, rows: 30, times: 1 });
  output.close();
  source.emit('resize');
  expect(times).toBe(1);
});

test('knows whether the second page is shown', async () => {
  const { output, write } = written(async bytes => bytes.length);
  expect(output.isFullScreen).toBe(false);
  await write('\u001b[?1049h');
  await write('text');
  expect(output.isFullScreen).toBe(true);
  await write('\u001b[?1049l\u001b[?1049h\u001b[?1049l');
  expect(output.isFullScreen).toBe(false);
});

test('goes down many lines at once', () => {
  const next = '\u001b[E';
  expect(shorter(`a${next.repeat(20)}b${next}c`)).toBe(`a\u001b[20Eb${next}c`);
});
