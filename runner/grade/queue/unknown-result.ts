import type { Language } from '../../language/language.ts';
import { scoreOf } from '../../report/report.ts';
import { allUnknown } from '../not-run.ts';
import type { WorkResult } from '../result.ts';
import type { Task } from './task.ts';

/** What is kept of a task that ended in a fault: nothing is known, and an instructor has to look. */
export function unknownResult(
  { challenge, work, digest }: Task,
  { language, reason, startedAt, durationMs }: UnknownDetails,
): WorkResult {
  const objectives = allUnknown(challenge, language, reason);
  return {
    challenge: challenge.id,
    title: challenge.title[language],
    outcome: 'unknown',
    reason,
    path: work?.path ?? '',
    instructions: work === undefined || work.plan.kind === 'none' ? '' : work.plan.file,
    objectives,
    score: scoreOf(objectives),
    bindings: [],
    logs: [],
    refusals: [],
    remarks: work?.remarks ?? [],
    digest,
    attempts: 1,
    at: new Date(startedAt).toISOString(),
    durationMs,
  };
}

interface UnknownDetails {
  readonly language: Language;
  /** In that language. */
  readonly reason: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly durationMs: number;
}
