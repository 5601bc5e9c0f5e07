import { expect, it, vi } from 'vitest';
import { idleWorld } from '../test/world.ts';
import { runEffects } from './run-effects.ts';

it('closes the screen', () => {
  const leave = vi.fn();
  const effects = runEffects({ ...idleWorld, terminal: { leave } }, () => {}, new AbortController().signal);
  effects.run({ to: 'terminal', kind: 'leave' });
  expect(leave).toHaveBeenCalledOnce();
});
