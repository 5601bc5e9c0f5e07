import { expect, it } from 'vitest';
import { createKeyRouter } from './key-router.ts';

/** A lab in which Ctrl-T moves the keys to the shell. */
function lab(focus: 'shell' | 'lab' = 'lab') {
  let now = focus;
  const heard: string[] = [];
  const hear = (where: string, keys: string) => {
    const last = heard.at(-1);
    if (last?.startsWith(where)) heard[heard.length - 1] = last + keys;
    else heard.push(`${where} ${keys}`);
  };
  const router = createKeyRouter({
    isShell: () => now === 'shell',
    toLab: keys => {
      hear('lab', keys);
      if (keys === '\u0014') now = 'shell';
    },
    toShell: keys => hear('shell', keys),
    leaveShell: () => {
      hear('left', '');
      now = 'lab';
    },
  });
  return { router, heard };
}

it('sends keys to whoever has them, also where that changes among them', () => {
  const { router, heard } = lab();
  router.push('jk\u0014ls -l\r\u0014q');
  expect(heard).toEqual(['lab jk\u0014', 'shell ls -l\r', 'left ', 'lab q']);
});

it('leaves what is pasted where it was begun, and takes no key in it for one', () => {
  const { router, heard } = lab('shell');
  router.push('\u001b[200~one\u0014two\u0003\u001b[201~\u0014x');
  expect(heard).toEqual(['shell \u001b[200~one\u0014two\u0003\u001b[201~', 'left ', 'lab x']);
});

it('knows a paste however it is cut', () => {
  const whole = '\u001b[200~a\u0014b\u001b[201\u001b[201~\u0014';
  for (let cut = 1; cut < whole.length; cut += 1) {
    const { router, heard } = lab('shell');
    router.push(whole.slice(0, cut));
    router.push(whole.slice(cut));
    expect(heard).toEqual([`shell ${whole.slice(0, -1)}`, 'left ']);
  }
});

it('never cuts a key in two', () => {
  const keys: string[] = [];
  const router = createKeyRouter({
    isShell: () => true,
    toLab: () => {},
    toShell: one => keys.push(one),
    leaveShell: () => keys.push('left'),
  });
  for (const part of ['\u001b', '[1', ';5C', '\u001b[A\u001bO', 'Pé🐳', '\u001bb', '\u001b\u001b', '[B', '\u001b[[A']) {
    router.push(part);
  }
  expect(keys).toEqual([
    '\u001b[1;5C',
    '\u001b[A',
    '\u001bOP',
    'é',
    '🐳',
    '\u001bb',
    '\u001b',
    '\u001b[B',
    '\u001b[[A',
  ]);
});

it('keeps Esc for a moment, and lets it go', () => {
  const { router, heard } = lab('shell');
  router.push('\u001b');
  expect([router.isWaiting, heard]).toEqual([true, []]);
  router.flush();
  router.push(':wq');
  expect([router.isWaiting, heard]).toEqual([false, ['shell \u001b:wq']]);
});

it('leaves the shell with Esc and Ctrl-T that come as one', () => {
  const { router, heard } = lab('shell');
  router.push('\u001b\u0014');
  expect(heard).toEqual(['shell \u001b', 'left ']);
});

it('passes on what is no key that anybody knows', () => {
  const { router, heard } = lab('shell');
  router.push('\u001b[1\u0001x');
  expect(heard).toEqual(['shell \u001b[1\u0001x']);
});
