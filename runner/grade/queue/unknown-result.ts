import { gradeRunMessages } from '../../language/grade-run.ts';
import type { Language } from '../../language/language.ts';
import { allUnknown } from '../not-run.ts';
import type { WorkResult } from '../result.ts';
import { workResult } from '../work-result.ts';
import type { Task } from './task.ts';

/** What is kept of a task that ended in a fault: nothing is known, and an instructor has to look. */
export function unknownResult(
  { challenge, work, digest }: Task,
  { language, reason, startedAt, durationMs, attempts = 1 }: UnknownDetails,
): WorkResult {
  return workResult(
    { challenge, work, language },
    { outcome: 'unknown', reason, objectives: allUnknown(challenge, language, reason) },
    { digest, attempts, at: new Date(startedAt).toISOString(), durationMs },
  );
}

interface UnknownDetails {
  readonly language: Language;
  /** In that language. */
  readonly reason: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly durationMs: number;
  readonly attempts?: number;
}

/** What stands for a work that this run has not looked at, in reports of the whole class: there are no attempts. */
export function untriedResult(task: Task, language: Language): WorkResult {
  const reason = gradeRunMessages[language].notGradedYet;
  return unknownResult(task, { language, reason, startedAt: Date.now(), durationMs: 0, attempts: 0 });
}
