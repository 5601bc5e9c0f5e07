import type { Message } from '../../base/message.ts';
import { allUnknown } from '../../gradebook/not-run.ts';
import { partResult } from '../../gradebook/part-result.ts';
import type { PartResult } from '../../gradebook/result.ts';
import { say } from '../../language/say.ts';
import type { Task } from './task.ts';

/** What is kept of a task that ended in a fault: nothing is known, and an instructor has to look. */
export function unknownResult(
  { challenge, part, digest }: Task,
  { reason, startedAt, durationMs, attempts = 1 }: UnknownDetails,
): PartResult {
  return partResult(
    { challenge, part },
    { outcome: 'unknown', reason, objectives: allUnknown(challenge, reason) },
    { digest, attempts, at: new Date(startedAt).toISOString(), durationMs },
  );
}

interface UnknownDetails {
  readonly reason: Message;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly durationMs: number;
  readonly attempts?: number;
}

/** What stands for a part that this run has not looked at, in reports of the whole class: there are no attempts. */
export function untriedResult(task: Task): PartResult {
  const details = { startedAt: Date.now(), durationMs: 0, attempts: 0 };
  return unknownResult(task, { reason: say('fault.not-graded-yet'), ...details });
}
