import type { SubmissionResult } from '../../gradebook/result.ts';
import type { Submission } from '../submission.ts';
import type { Told } from './task.ts';

/** What became of a submission, once all its parts are judged. Pure. */
export function submissionResult(
  { id, source, remarks, unreadable, name, canvasId, moodleId }: Submission,
  told: readonly Told[],
): SubmissionResult {
  const inOrder = [...told].sort((one, other) => one.task.challenge.number - other.task.challenge.number);
  const owner = {
    ...(name === undefined ? {} : { name }),
    ...(canvasId === undefined ? {} : { canvasId }),
    ...(moodleId === undefined ? {} : { moodleId }),
  };
  return {
    schema: 'lab.submission/2',
    id,
    source,
    ...(Object.keys(owner).length === 0 ? {} : { owner }),
    works: inOrder.map(({ result }) => result),
    remarks: unreadable === undefined ? remarks : [unreadable, ...remarks],
  };
}
