import type { Challenge } from '../../challenge/definition.ts';
import { gradeWorkMessages } from '../../language/grade-work.ts';
import type { Language } from '../../language/language.ts';
import { say } from '../../language/say.ts';
import { allFailed } from '../not-run.ts';
import type { SubmissionResult, WorkResult } from '../result.ts';
import { workResult } from '../work-result.ts';

/** The result of a student who handed nothing in. `at`: ISO 8601. Pure. */
export function notSubmitted(
  id: string,
  { challenges, language, at }: { challenges: readonly Challenge[]; language: Language; at: string },
): SubmissionResult {
  const works = challenges.map(challenge => workNotSubmitted(challenge, language, at));
  return { schema: 'lab.submission/1', id, source: '', language, works, remarks: [] };
}

function workNotSubmitted(challenge: Challenge, language: Language, at: string): WorkResult {
  const reason = gradeWorkMessages[language].notSubmitted;
  return workResult(
    { challenge, work: undefined, language },
    { outcome: 'not-submitted', reason, objectives: allFailed(challenge, language, say('submission.not-submitted')) },
    { digest: '', attempts: 1, at, durationMs: 0 },
  );
}
