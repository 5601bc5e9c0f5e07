import type { Challenge } from '../challenge/definition.ts';
import { say } from '../language/say.ts';
import { allFailed } from './not-run.ts';
import { partResult } from './part-result.ts';
import type { PartResult, SubmissionResult } from './result.ts';

/** The result of a student who handed nothing in. `at`: ISO 8601. Pure. */
export function notSubmitted(
  id: string,
  { challenges, at }: { challenges: readonly Challenge[]; at: string },
): SubmissionResult {
  const parts = challenges.map(challenge => partNotSubmitted(challenge, at));
  return { schema: 'lab.submission/2', id, source: '', works: parts, remarks: [] };
}

function partNotSubmitted(challenge: Challenge, at: string): PartResult {
  const reason = say('submission.not-submitted');
  return partResult(
    { challenge, part: undefined },
    { outcome: 'not-submitted', reason, objectives: allFailed(challenge, reason) },
    { digest: '', attempts: 1, at, durationMs: 0 },
  );
}
