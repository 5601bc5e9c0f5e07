import type { Language } from '../../base/language.ts';
import type { Challenge } from '../../challenge/definition.ts';
import type { Evidence } from '../../checks/evidence.ts';
import { judge } from '../../verdict/judge.ts';
import { tellObjective } from '../../verdict/tell-report.ts';
import type { ToldObjective } from '../../verdict/told-report.ts';

/** The verdicts on a challenge, in the words of a language. */
export function judgedIn(challenge: Challenge, evidence: Evidence, language: Language = 'en'): ToldObjective[] {
  return judge(challenge, evidence).map(found => tellObjective({ ...found, durationMs: 0 }, challenge, language));
}
