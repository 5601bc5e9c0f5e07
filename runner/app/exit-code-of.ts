import { type ExitCode, exitCode } from '../base/errors.ts';
import { allRequiredPassed, type Scored } from '../verdict/report.ts';

/**
 * 0 where every required objective has passed, 1 where one has failed, 3 where one could not be told. Objectives that
 * wait for one that could not be told do not count as the learner's.
 */
export function exitCodeOf(report: { readonly objectives: readonly Scored[] }): ExitCode {
  if (allRequiredPassed(report)) return exitCode.ok;
  const verdicts = report.objectives.filter(({ bonus }) => !bonus).map(({ verdict }) => verdict);
  return !verdicts.includes('fail') && verdicts.includes('unknown') ? exitCode.couldNotTell : exitCode.notMet;
}
