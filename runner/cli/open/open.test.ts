import { expect, it } from 'vitest';
import { canDrawScreen } from './open.ts';

const output = (isTerminal: boolean) => ({ write: () => {}, isTerminal, colour: isTerminal, columns: 80 });

it('opens the screen only where keys can be read and the screen can be drawn', () => {
  const env = { TERM: 'xterm-256color' };
  expect(canDrawScreen({ interactive: true, out: output(true), env })).toBe(true);
  expect(canDrawScreen({ interactive: false, out: output(true), env })).toBe(false);
  expect(canDrawScreen({ interactive: true, out: output(false), env })).toBe(false);
  expect(canDrawScreen({ interactive: true, out: output(true), env: { TERM: 'dumb' } })).toBe(false);
  expect(canDrawScreen({ interactive: true, out: output(true), env: {} })).toBe(false);
  expect(canDrawScreen({ interactive: true, out: output(true), env: { TERM: 'vt100', CI: 'true' } })).toBe(true);
});
