import { expect, it } from 'vitest';
import { networkedContainers as challenge } from '../../../../challenges/01-networked-containers/challenge.ts';
import type { Intent } from '../../intent.ts';
import type { State } from '../../state.ts';
import { effectsOf, happen, opened, press } from '../../test/scene.ts';

const small = { columns: 80, rows: 24 };
const of = { to: 'shell', challenge } as const;
const key = (intent: Intent) => ({ kind: 'key', intent }) as const;
const resized = (columns: number, rows: number) => ({ kind: 'resize', size: { columns, rows } }) as const;
const asked = (state: State, ...more: Parameters<typeof effectsOf>[1][]) =>
  more.flatMap(event => effectsOf(state, event).filter(({ to }) => to === 'shell'));
const start = opened('en', small);
const inShell = press(start, 'shell');

it('opens the shell where the learner goes to it, each time, in the size of its pane', () => {
  const size = { columns: 78, rows: 8 };
  const open = { ...of, kind: 'open', size, language: 'en' };
  expect(asked(start, key('shell'))).toEqual([open, { ...of, kind: 'resize', size }]);
  const away = press(inShell, 'leave-shell');
  expect(asked(away, key('map'), key('help'), { kind: 'tick', now: 0 })).toEqual([]);
  expect(asked(away, key('shell'))).toEqual([open]);
});

it('opens none where its pane is only shown', () => {
  expect(asked(start, key('zoom'))).toMatchObject([{ kind: 'resize' }]);
});

it('gives it the size of its pane, and tells it none that it has', () => {
  const [resize] = asked(inShell, resized(100, 40));
  expect(resize).toMatchObject({ kind: 'resize', size: { columns: 98 } });
  expect(asked(inShell, resized(80, 24))).toEqual([]);
  expect(asked(press(inShell, 'leave-shell'), key('zoom'))).toMatchObject([{ kind: 'resize' }]);
});

it('goes on with it where the terminal was too small for a while', () => {
  expect(asked(inShell, resized(40, 10))).toEqual([]);
  const back = asked(happen(inShell, resized(40, 10)), resized(80, 24));
  expect(back.map(effect => effect.kind)).toEqual(['open', 'resize']);
});

it('opens the shell again where its challenge is opened again', () => {
  const again = press(inShell, 'leave-shell', 'back');
  expect(asked(again, key('open'))).toMatchObject([{ kind: 'resize' }]);
});

it('passes keys on, and looks whether a program runs when they go back to the lab', () => {
  expect(asked(inShell, { kind: 'shell-keys', keys: 'ls\r' })).toEqual([{ ...of, kind: 'write', keys: 'ls\r' }]);
  expect(happen(inShell, { kind: 'shell-keys', keys: 'q' })).toBe(inShell);
  expect(asked(inShell, key('leave-shell'))).toEqual([{ ...of, kind: 'look' }]);
});
