import { PassThrough } from 'node:stream';
import { afterEach, expect, it, vi } from 'vitest';
import { routeInput } from './input.ts';

afterEach(() => vi.useRealTimers());

/** A terminal to type on, and an Ink that does at once what it is told: Ctrl-T gives the keys to the shell. */
function start() {
  const modes: boolean[] = [];
  const terminal = Object.assign(new PassThrough(), {
    setRawMode: (mode: boolean) => modes.push(mode),
    ref: () => {},
    unref: () => {},
  });
  const heard: string[] = [];
  let isShell = false;
  const input = routeInput(terminal as unknown as NodeJS.ReadStream, {
    isShell: () => isShell,
    toShell: keys => heard.push(`shell ${keys}`),
    leaveShell: () => {
      isShell = false;
    },
  });
  const { stdin } = input;
  stdin.on('readable', () => {
    for (let keys = stdin.read(); keys !== null; keys = stdin.read()) {
      heard.push(`lab ${keys}`);
      if (keys === '\u0014') isShell = true;
    }
  });
  const type = async (keys: string | Buffer) => {
    terminal.write(keys);
    await new Promise(resolve => setImmediate(resolve));
  };
  return { ...input, type, heard, modes };
}

it('reads nothing before Ink wants keys, and nothing once it is closed', async () => {
  const { stdin, close, type, heard, modes } = start();
  await type('a');
  expect(heard).toEqual([]);
  stdin.setRawMode(true);
  await type('b');
  expect(heard).toEqual(['lab a', 'lab b']);
  stdin.setRawMode(false);
  await type('c');
  close();
  expect([heard, modes]).toEqual([
    ['lab a', 'lab b'],
    [true, false],
  ]);
});

it('gives keys of one chunk to the lab and the shell, and keeps characters whole', async () => {
  const { stdin, type, heard } = start();
  stdin.setRawMode(true);
  await type('x\u0014l\u0014y');
  const letter = Buffer.from('\u0014á');
  await type(letter.subarray(0, 2));
  await type(letter.subarray(2));
  expect(heard).toEqual(['lab x', 'lab \u0014', 'shell l', 'lab y', 'lab \u0014', 'shell á']);
});

it('takes Esc for a key when nothing follows it for a moment', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { stdin, type, heard } = start();
  stdin.setRawMode(true);
  await type('\u0014\u001b');
  expect(heard).toEqual(['lab \u0014']);
  vi.runAllTimers();
  expect(heard).toEqual(['lab \u0014', 'shell \u001b']);
});
