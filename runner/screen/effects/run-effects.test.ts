import { expect, it, vi } from 'vitest';
import { runEffects } from './run-effects.ts';

it('closes the screen', () => {
  const leave = vi.fn();
  runEffects({ terminal: { leave } }).run({ to: 'terminal', kind: 'leave' });
  expect(leave).toHaveBeenCalledOnce();
});
