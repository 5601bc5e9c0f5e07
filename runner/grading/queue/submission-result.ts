import type { Owner, SubmissionResult } from '../../gradebook/result.ts';
import type { HandedBy, Submission } from '../submission.ts';
import type { Told } from './task.ts';

/** What became of a submission, once all its parts are judged. Pure. */
export function submissionResult(
  { id, source, remarks, unreadable, ...by }: Submission,
  told: readonly Told[],
): SubmissionResult {
  const inOrder = [...told].sort((one, other) => one.task.challenge.number - other.task.challenge.number);
  const owner = ownerOf(by);
  return {
    schema: 'lab.submission/2',
    id,
    source,
    ...(Object.keys(owner).length === 0 ? {} : { owner }),
    works: inOrder.map(({ result }) => result),
    remarks: unreadable === undefined ? remarks : [unreadable, ...remarks],
  };
}

/** What names tell of whose it is; empty where they tell nothing. */
function ownerOf({ name, canvasId, moodleId, sisUserId, email, submitted }: Partial<HandedBy>): Owner {
  const told = Object.entries({ name, canvasId, moodleId, sisUserId, email, submitted });
  return Object.fromEntries(told.filter(([, text]) => text !== undefined && text !== ''));
}
