import type { Lab } from '../../app/lab.ts';
import { mergeProgress } from '../../progress/merge.ts';
import type { ProgressPort } from '../ports.ts';

/** Progress as the screen saves it. */
export function screenProgress({ progress }: Pick<Lab, 'progress'>): ProgressPort {
  return { save: learned => progress.update(saved => mergeProgress(saved, learned)) };
}
