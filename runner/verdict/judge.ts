import type { Challenge, Check, Objective } from '../challenge/definition.ts';
import { Case } from '../checks/case.ts';
import { isDisruptive } from '../checks/disruptive-checks.ts';
import type { Evidence } from '../checks/evidence.ts';
import type { Finding } from '../checks/finding.ts';
import { definitionOf } from '../checks/registry.ts';
import { objectiveTitle, say } from '../language/say.ts';
import type { ObjectiveReport } from './report.ts';

/** Judges every objective of a challenge by the evidence alone. Pure: the same evidence gives the same verdicts. */
export function judge(challenge: Challenge, evidence: Evidence): Omit<ObjectiveReport, 'durationMs'>[] {
  const at = new Case(challenge, evidence);
  const judged: Omit<ObjectiveReport, 'durationMs'>[] = [];
  for (const objective of challenge.objectives) {
    const finding = besideOthers(objective, afterNeeds(objective, judged, at) ?? judgeCheck(objective.check, at), at);
    judged.push({
      id: objective.id,
      points: objective.points,
      bonus: objective.bonus,
      verdict: finding.verdict,
      finding: finding.observed,
      expected: finding.expected,
      next: finding.verdict === 'pass' ? '' : finding.next,
    });
  }
  return judged;
}

/** Where an objective that this one needs has not passed, that one's next step is this one's too. */
function afterNeeds(
  objective: Objective,
  judged: readonly Omit<ObjectiveReport, 'durationMs'>[],
  at: Case,
): Finding | undefined {
  const unmet = judged.find(other => objective.needs.includes(other.id) && other.verdict !== 'pass');
  if (unmet === undefined) return undefined;
  const verdict = unmet.verdict === 'unknown' ? 'unknown' : 'blocked';
  const { expected } = judgeCheck(objective.check, at);
  return {
    verdict,
    observed: say('objective.waits-for', { title: objectiveTitle(unmet.id) }),
    expected,
    next: unmet.next,
  };
}

/** While another lab disturbs containers, what does not hold may be its doing. */
function besideOthers({ check }: Objective, finding: Finding, at: Case): Finding {
  if (at.evidence.othersDisturbed !== true || finding.verdict === 'pass') return finding;
  const isNotTried = finding.verdict === 'unknown';
  if (isNotTried && !isDisruptive(check)) return finding;
  const next = isNotTried ? finding.next : `lab verify ${at.challenge.number}`;
  return {
    ...finding,
    verdict: 'unknown',
    observed: say('lab.could-not-tell', { reason: say('lab.others-disturb') }),
    next,
  };
}

function judgeCheck(check: Check, at: Case): Finding {
  return definitionOf(check).judge(check, at);
}
