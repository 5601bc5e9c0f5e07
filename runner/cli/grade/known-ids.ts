import type { Lab } from '../../app/lab.ts';
import { oneLine } from '../../app/one-line.ts';
import { UsageError } from '../../base/errors.ts';
import { byNearness } from '../../format/nearest.ts';
import type { Submission } from '../../grading/submission.ts';
import { gradeRunMessages } from '../../grading/texts/run.ts';
import { namedSubmissions } from './named-submissions.ts';
import { someOf } from './tell.ts';

/** The ids that an instructor means. Throws UsageError, with the nearest there are, for what fits none or several. */
export function knownIds({ language }: Lab, only: readonly string[], submissions: readonly Submission[]): Set<string> {
  const ids = submissions.map(({ id }) => id);
  const { ids: found, unknown } = namedSubmissions(only, ids);
  if (unknown.length === 0) return new Set(found);
  const t = gradeRunMessages[language];
  throw new UsageError(t.noSuchSubmission(unknown.map(id => `“${oneLine(id)}”`).join(', ')), {
    // The likeliest first, for only some are told.
    why: t.submissionsAre(someOf(byNearness(unknown[0] ?? '', ids), t)),
  });
}
