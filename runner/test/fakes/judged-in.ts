import type { Challenge } from '../../challenge/definition.ts';
import type { Evidence } from '../../experiments/evidence.ts';
import type { Language } from '../../language/language.ts';
import { tellObjective } from '../../report/tell-report.ts';
import type { ToldObjective } from '../../report/told-report.ts';
import { judge } from '../../verify/judge.ts';

/** The verdicts on a challenge, in the words of a language. */
export function judgedIn(challenge: Challenge, evidence: Evidence, language: Language = 'en'): ToldObjective[] {
  return judge(challenge, evidence).map(found => tellObjective({ ...found, durationMs: 0 }, challenge, language));
}
