import type { Challenge } from '../challenge/definition.ts';
import { say } from '../language/say.ts';
import { allFailed } from './not-run.ts';
import type { SubmissionResult, WorkResult } from './result.ts';
import { workResult } from './work-result.ts';

/** The result of a student who handed nothing in. `at`: ISO 8601. Pure. */
export function notSubmitted(
  id: string,
  { challenges, at }: { challenges: readonly Challenge[]; at: string },
): SubmissionResult {
  const works = challenges.map(challenge => workNotSubmitted(challenge, at));
  return { schema: 'lab.submission/2', id, source: '', works, remarks: [] };
}

function workNotSubmitted(challenge: Challenge, at: string): WorkResult {
  const reason = say('submission.not-submitted');
  return workResult(
    { challenge, work: undefined },
    { outcome: 'not-submitted', reason, objectives: allFailed(challenge, reason) },
    { digest: '', attempts: 1, at, durationMs: 0 },
  );
}
