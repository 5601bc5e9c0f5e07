import { progressOf } from '../../../progress/progress.ts';
import { isComplete } from '../../objectives.ts';
import type { Attempt, State } from '../../state.ts';

/**
 * Whether the solution may be shown unasked: the challenge was solved once, in this session or an earlier one, or its
 * solution has been seen already. Else the learner is asked first.
 */
export function isSolutionOpen(state: State, attempt: Attempt): boolean {
  const { id } = attempt.challenge;
  const { solutionSeenAt, completedAt } = progressOf(state.progress.known, id);
  const wasOpen = solutionSeenAt !== undefined || completedAt !== undefined;
  return wasOpen || id in state.tour.tours || isComplete(attempt);
}
