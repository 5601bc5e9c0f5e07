import { CouldNotLook, CouldNotTell, messageOf } from '../base/errors.ts';
import { type Message, withMore } from '../base/message.ts';
import { allFailed, allUnknown, onlyCompose } from '../gradebook/not-run.ts';
import { type Judged, partResult } from '../gradebook/part-result.ts';
import type { Outcome, PartResult } from '../gradebook/result.ts';
import { say } from '../language/say.ts';
import type { ObjectiveReport } from '../verdict/report.ts';
import { attemptPart, type ScriptPlan } from './attempt-part.ts';
import { aboutPlans, bestOf, isWhole } from './best-attempt.ts';
import type { GradeContext } from './grade-context.ts';
import type { Part } from './submission.ts';

/**
 * What becomes of one challenge of a submission; `part` is undefined where nothing was handed in for it. Its plans are tried in their
 * order, each on a fresh engine, until one comes up whole; the best of them counts. What the machine or the checker cannot tell is tried
 * once more, and then `unknown`. Throws only when `signal` aborts.
 */
export async function gradePart(part: Part | undefined, context: GradeContext): Promise<PartResult> {
  const { challenge, signal } = context;
  const began = Date.now();
  const result = (of: Part | undefined, judged: Judged, attempts: number) =>
    partResult({ challenge, part: of }, judged, {
      ...{ digest: context.digest, attempts },
      ...{ at: new Date(began).toISOString(), durationMs: Date.now() - began },
    });
  const unrun = (outcome: Outcome, reason: Message, objectives: ObjectiveReport[]) =>
    result(part, { outcome, reason, objectives }, 1);
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
  const first = { plan, remarks: part.remarks, ...(await byPlan(part, plan, context)) };
  const results = [first];
  for (const other of part.fallbacks ?? []) {
    if (results.some(isWhole)) break;
    const tried = await byPlan(part, other.plan, context);
    signal.throwIfAborted();
    // What a machine fails to tell of another plan says nothing about the first.
    if (!tried.isFault) results.push({ ...tried, plan: other.plan, remarks: [...part.remarks, ...other.remarks] });
  }
  const best = bestOf(results);
  const remarks = [...best.remarks, ...aboutPlans(results, best)];
  const attempts = results.find(it => it === best)?.attempts ?? 1;
  return result({ ...part, plan: best.plan, remarks }, best.judged, attempts);
}

/** A plan by itself: once, or twice where the machine fails. */
async function byPlan(part: Part, plan: ScriptPlan, context: GradeContext) {
  const first = await attempt(part, plan, context);
  if (isTold(first)) return { judged: first, attempts: 1, isFault: false };
  const second = await attempt(part, plan, context);
  if (isTold(second)) return { judged: second, attempts: 2, isFault: false };
  context.signal.throwIfAborted();
  // Of the two, the one that tells something.
  if (isJudged(second)) return { judged: second, attempts: 2, isFault: false };
  if (isJudged(first)) return { judged: first, attempts: 2, isFault: false };
  const reason = say('fault.twice', { reason: second });
  const judged: Judged = { outcome: 'unknown', reason, objectives: allUnknown(context.challenge, reason) };
  return { judged, attempts: 2, isFault: true };
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
