import type { Language } from '../base/language.ts';
import type { Challenge } from '../challenge/definition.ts';
import { tell, titleOf } from '../language/tell.ts';
import type { BindingReport } from '../roles/binding-report.ts';
import type { ObjectiveReport, Report } from './report.ts';
import type { ToldBinding, ToldObjective, ToldReport } from './told-report.ts';

/** The report in the words of a language. Pure. */
export function tellReport(report: Report, challenge: Challenge, language: Language): ToldReport {
  return {
    schema: 'lab.verify/2',
    language,
    challenge: report.challenge,
    title: challenge.title[language],
    at: report.at,
    engine: report.engine,
    bindings: report.bindings.map(binding => tellBinding(binding, challenge, language)),
    score: report.score,
    objectives: report.objectives.map(objective => tellObjective(objective, challenge, language)),
  };
}

export function tellBinding(binding: BindingReport, challenge: Challenge, language: Language): ToldBinding {
  const because = binding.because.map(reason => tell(reason, challenge, language));
  return { ...binding, title: titleOf(challenge.roles, binding.role, language), because: because.join(', ') };
}

/** One verdict in the words of a language. Pure. */
export function tellObjective(objective: ObjectiveReport, challenge: Challenge, language: Language): ToldObjective {
  const { id, points, bonus, verdict, finding, expected, next, durationMs } = objective;
  const why = challenge.objectives.find(one => one.id === id)?.why[language] ?? '';
  return {
    ...{ id, title: titleOf(challenge.objectives, id, language), points, bonus, verdict },
    observed: tell(finding, challenge, language),
    expected: tell(expected, challenge, language),
    ...{ why, next, durationMs },
    ...finding,
  };
}
