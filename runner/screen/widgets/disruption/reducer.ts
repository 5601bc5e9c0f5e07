import { withDetails } from '../../questions.ts';
import type { Attempt, State } from '../../state.ts';
import { disruptionsOf } from './plan.ts';

/** Says what the checks that disturb would do; the second time, has them done. */
export function askOrDisrupt(state: State, attempt: Attempt): State {
  const next = (change: Partial<Attempt>): State => ({ ...state, attempt: { ...attempt, ...change } });
  if (attempt.disruption === 'running') return state;
  if (attempt.disruption === undefined || attempt.trouble !== undefined) {
    return withDetails(next({ disruption: 'asked' }));
  }
  const first = disruptionsOf(attempt).find(({ obstacle }) => obstacle === undefined);
  if (first === undefined) return next({ disruption: undefined });
  // What comes of it is what the learner wants to see next.
  const chosen = first.objective.id;
  return { ...next({ disruption: 'running', disruptions: attempt.disruptions + 1, chosen }), scroll: 0 };
}
