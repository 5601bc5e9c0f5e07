import type { Attempt, State } from '../state.ts';
import { canDisrupt } from './plan.ts';

/** Says what the checks that disturb would do; the second time, has them done. */
export function askOrDisrupt(state: State, attempt: Attempt): State {
  const next = (change: Partial<Attempt>): State => ({ ...state, attempt: { ...attempt, ...change } });
  if (attempt.disruption === 'running') return state;
  if (attempt.disruption === undefined || attempt.trouble !== undefined) {
    return { ...next({ disruption: 'asked' }), panel: 'objectives', scroll: 0 };
  }
  if (!canDisrupt(attempt)) return next({ disruption: undefined });
  return { ...next({ disruption: 'running', disruptions: attempt.disruptions + 1 }), scroll: 0 };
}
