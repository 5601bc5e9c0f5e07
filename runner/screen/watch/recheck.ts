import { asking, type Next, quiet } from '../effects/next.ts';
import type { Attempt, State } from '../state.ts';
import { watchedAnew } from './watched-anew.ts';

/** Has the open challenge checked at once; by a new watch, where the last one has ended. */
export function rechecked(state: State, attempt: Attempt): Next {
  if (attempt.trouble?.kind === 'stopped') return quiet(watchedAnew(state));
  const checking: State = { ...state, attempt: { ...attempt, checking: true, checkingSince: 0 } };
  return asking(checking, { to: 'watch', kind: 'recheck', watch: attempt.watch });
}
