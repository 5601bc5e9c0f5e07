import { progressOf, stateOf } from '../../../progress/progress.ts';
import type { Start } from '../../state.ts';

/** Where the learner goes on: at the first challenge that is not done, or at the beginning once all are. */
export function firstNotDone({ challenges, progress }: Pick<Start, 'challenges' | 'progress'>): number {
  return Math.max(
    0,
    challenges.findIndex(({ id }) => stateOf(progressOf(progress.known, id)) !== 'done'),
  );
}
