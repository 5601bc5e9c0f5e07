import type { Challenge } from '../../../challenge/definition.ts';
import { type Progress, progressOf, stateOf } from '../../../progress/progress.ts';

/** Where the learner goes on: at the first challenge that is not done, or at the beginning once all are. */
export function firstNotDone(challenges: readonly Challenge[], known: Progress): number {
  return Math.max(
    0,
    challenges.findIndex(({ id }) => stateOf(progressOf(known, id)) !== 'done'),
  );
}
