import { expect, it, vi } from 'vitest';
import { runEffects } from './run-effects.ts';

const tour = { look: vi.fn(), run: vi.fn(), remove: vi.fn() };

it('closes the screen', () => {
  const leave = vi.fn();
  const effects = runEffects({ tour, terminal: { leave } }, () => {}, new AbortController().signal);
  effects.run({ to: 'terminal', kind: 'leave' });
  expect(leave).toHaveBeenCalledOnce();
});
