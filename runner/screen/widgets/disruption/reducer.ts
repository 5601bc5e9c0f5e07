import { asking, type Next, quiet } from '../../effects/next.ts';
import { withDetails } from '../../questions.ts';
import type { Attempt, State } from '../../state.ts';
import { disruptionsOf } from './plan.ts';

/** Says what the checks that disturb would do; the second time, has them done. */
export function askOrDisrupt(state: State, attempt: Attempt): Next {
  const next = (change: Partial<Attempt>): State => ({ ...state, attempt: { ...attempt, ...change } });
  if (attempt.disruption === 'running') return quiet(state);
  if (attempt.disruption === undefined || attempt.trouble !== undefined) {
    return quiet(withDetails(next({ disruption: 'asked' })));
  }
  const first = disruptionsOf(attempt).find(({ obstacle }) => obstacle === undefined);
  if (first === undefined) return quiet(next({ disruption: undefined }));
  // What comes of it is what the learner wants to see next.
  const chosen = first.objective.id;
  const running = { ...next({ disruption: 'running', chosen }), scroll: 0 };
  return asking(running, { to: 'watch', kind: 'disrupt', watch: attempt.watch });
}
