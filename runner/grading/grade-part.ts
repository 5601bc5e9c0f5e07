import { CouldNotLook, CouldNotTell, messageOf } from '../base/errors.ts';
import { type Message, withMore } from '../base/message.ts';
import { allFailed, allUnknown, onlyCompose } from '../gradebook/not-run.ts';
import { type Judged, partResult } from '../gradebook/part-result.ts';
import type { Outcome, PartResult } from '../gradebook/result.ts';
import { say } from '../language/say.ts';
import type { ObjectiveReport } from '../verdict/report.ts';
import { attemptPart, type ScriptPlan } from './attempt-part.ts';
import type { GradeContext } from './grade-context.ts';
import type { Part } from './submission.ts';

/**
 * What becomes of one challenge of a submission; `work` is undefined where nothing was handed in for it. What the machine or
 * the checker cannot tell is tried once more on a fresh engine, and then `unknown`. Throws only when `signal` aborts.
 */
export async function gradePart(part: Part | undefined, context: GradeContext): Promise<PartResult> {
  const { challenge, signal } = context;
  const began = Date.now();
  const result = (judged: Judged, attempts: number) =>
    partResult({ challenge, part }, judged, {
      ...{ digest: context.digest, attempts },
      ...{ at: new Date(began).toISOString(), durationMs: Date.now() - began },
    });
  const unrun = (outcome: Outcome, reason: Message, objectives: ObjectiveReport[]) =>
    result({ outcome, reason, objectives }, 1);
  if (part === undefined) {
    const finding = say('submission.not-submitted');
    return unrun('not-submitted', finding, allFailed(challenge, finding));
  }
  const { plan } = part;
  if (plan.kind === 'none') {
    const reason = say('submission.no-instructions', { because: plan.because });
    return unrun('no-instructions', reason, allFailed(challenge, reason));
  }
  if (plan.kind === 'compose-only') {
    return unrun('compose-only', say('outcome.compose-only', { file: plan.file }), onlyCompose(challenge, plan.file));
  }
  const first = await attempt(part, plan, context);
  if (isTold(first)) return result(first, 1);
  const second = await attempt(part, plan, context);
  if (isTold(second)) return result(second, 2);
  signal.throwIfAborted();
  // Of the two, the one that tells something.
  if (isJudged(second)) return result(second, 2);
  if (isJudged(first)) return result(first, 2);
  const reason = say('fault.twice', { reason: second });
  return result({ outcome: 'unknown', reason, objectives: allUnknown(challenge, reason) }, 2);
}

/** Whether nothing is left open that a second try could tell. */
function isTold(judged: Judged | Fault): judged is Judged {
  if (!isJudged(judged)) return false;
  return judged.outcome !== 'unknown' && !judged.objectives.some(({ verdict }) => verdict === 'unknown');
}

/** Why nothing can be told: the machine's fault, or the checker's. */
type Fault = Message;

function isJudged(attempted: Judged | Fault): attempted is Judged {
  return 'outcome' in attempted;
}

/** One try. */
async function attempt(part: Part, plan: ScriptPlan, context: GradeContext): Promise<Judged | Fault> {
  const overall = AbortSignal.timeout(context.limits.partMs);
  const signal = AbortSignal.any([context.signal, overall]);
  try {
    return await attemptPart(part, plan, { ...context, signal });
  } catch (error) {
    context.signal.throwIfAborted();
    if (overall.aborted) return say('fault.over-time', { ms: context.limits.partMs });
    if (error instanceof CouldNotLook) return withMore(error.finding, said(error.why));
    if (error instanceof CouldNotTell) return withMore(say('fault.said', { reason: error.message }), said(error.why));
    // Whatever it is, it is nobody's zero: the class goes on, and the instructor sees it.
    return say('fault.said', { reason: messageOf(error) });
  }
}

function said(why: string | undefined): Message | undefined {
  return why === undefined || why === '' ? undefined : say('fault.said', { reason: why });
}
