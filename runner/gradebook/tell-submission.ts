import type { Language } from '../base/language.ts';
import type { Challenge } from '../challenge/definition.ts';
import { tell } from '../language/tell.ts';
import { tellBinding, tellObjective } from '../verdict/tell-report.ts';
import type { PartResult, SubmissionResult } from './result.ts';
import type { ToldPart, ToldSubmission } from './told-result.ts';

/**
 * What became of a submission in the words of a language. What was judged by a challenge that is none of these is left out: nobody
 * could say what it is called. Pure.
 */
export function tellSubmission(
  result: SubmissionResult,
  challenges: readonly Challenge[],
  language: Language,
): ToldSubmission {
  const { remarks, works: parts, owner: _owner, ...rest } = result;
  const titles = { roles: [], objectives: [], challenges };
  return {
    ...rest,
    language,
    works: parts.flatMap(part => {
      const challenge = challenges.find(({ id }) => id === part.challenge);
      return challenge === undefined ? [] : [tellPart(part, challenge, challenges, language)];
    }),
    remarks: remarks.map(remark => tell(remark, titles, language)),
  };
}

function tellPart(
  part: PartResult,
  challenge: Challenge,
  challenges: readonly Challenge[],
  language: Language,
): ToldPart {
  const { reason, objectives, bindings, refusals, remarks, ...rest } = part;
  const titles = { ...challenge, challenges };
  return {
    ...rest,
    title: challenge.title[language],
    reason: reason === undefined ? '' : tell(reason, titles, language),
    objectives: objectives.map(objective => tellObjective(objective, challenge, language)),
    bindings: bindings.map(binding => tellBinding(binding, challenge, language)),
    // Two that differ in what no sentence speaks of are one to people.
    refusals: [...new Set(refusals.map(refusal => tell(refusal, titles, language)))],
    remarks: remarks.map(remark => tell(remark, titles, language)),
  };
}
