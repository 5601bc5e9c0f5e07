import { CouldNotTell, messageOf } from '../errors.ts';
import { gradeWorkMessages } from '../language/grade-work.ts';
import { say } from '../language/say.ts';
import type { ToldObjective } from '../report/told-report.ts';
import type { GradeContext } from './grade-context.ts';
import { allFailed, allUnknown, onlyCompose } from './not-run.ts';
import type { Outcome, WorkResult } from './result.ts';
import type { Work } from './submission.ts';
import { type ScriptPlan, tryWork } from './try-work.ts';
import { type Judged, workResult } from './work-result.ts';

/**
 * What becomes of one challenge of a submission; `work` is undefined where nothing was handed in for it. What the machine or
 * the checker cannot tell is tried once more on a fresh engine, and then `unknown`. Throws only where `signal` aborts.
 */
export async function gradeWork(work: Work | undefined, context: GradeContext): Promise<WorkResult> {
  const { challenge, language, signal } = context;
  const t = gradeWorkMessages[language];
  const began = Date.now();
  const result = (judged: Judged, attempts: number) =>
    workResult({ challenge, work, language }, judged, {
      ...{ digest: context.digest, attempts },
      ...{ at: new Date(began).toISOString(), durationMs: Date.now() - began },
    });
  const unrun = (outcome: Outcome, reason: string, objectives: ToldObjective[]) =>
    result({ outcome, reason, objectives }, 1);
  if (work === undefined) {
    return unrun('not-submitted', t.notSubmitted, allFailed(challenge, language, say('submission.not-submitted')));
  }
  const { plan } = work;
  if (plan.kind === 'none') {
    const reason = t.noInstructions(plan.because);
    return unrun(
      'no-instructions',
      reason,
      allFailed(challenge, language, say('submission.no-instructions', { because: plan.because })),
    );
  }
  if (plan.kind === 'compose-only') {
    return unrun('compose-only', t.composeOnly(plan.file), onlyCompose(challenge, language, plan.file));
  }
  const first = await attempt(work, plan, context);
  if (isTold(first)) return result(first, 1);
  const second = await attempt(work, plan, context);
  if (isTold(second)) return result(second, 2);
  signal.throwIfAborted();
  // Of the two, the one that tells something.
  const told = [second, first].find(one => typeof one !== 'string');
  if (told !== undefined) return result(told, 2);
  const reason = t.fault(String(second));
  return result({ outcome: 'unknown', reason, objectives: allUnknown(challenge, language, reason) }, 2);
}

/** Whether nothing is left open that a second try could tell. */
function isTold(judged: Judged | Fault): judged is Judged {
  if (typeof judged === 'string') return false;
  return judged.outcome !== 'unknown' && !judged.objectives.some(({ verdict }) => verdict === 'unknown');
}

/** Why nothing can be told: the machine's fault, or the checker's. */
type Fault = string;

/** One try. */
async function attempt(work: Work, plan: ScriptPlan, context: GradeContext): Promise<Judged | Fault> {
  const overall = AbortSignal.timeout(context.limits.workMs);
  const signal = AbortSignal.any([context.signal, overall]);
  try {
    return await tryWork(work, plan, { ...context, signal });
  } catch (error) {
    context.signal.throwIfAborted();
    if (overall.aborted) return gradeWorkMessages[context.language].overTime(context.limits.workMs);
    if (error instanceof CouldNotTell) return [error.message, error.why].filter(Boolean).join(' ');
    // Whatever it is, it is nobody's zero: the class goes on, and the instructor sees it.
    return messageOf(error);
  }
}
