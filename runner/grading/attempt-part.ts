import type { Message } from '../base/message.ts';
import { shellQuote } from '../base/shell-quote.ts';
import { onlyCompose } from '../gradebook/not-run.ts';
import type { Judged } from '../gradebook/part-result.ts';
import type { LogExcerpt, Outcome, ScriptRun } from '../gradebook/result.ts';
import { say } from '../language/say.ts';
import { readStatedPaths } from '../probes/paths/read-stated-paths.ts';
import { presentBinds } from '../roles/present-binds.ts';
import { allRequiredPassed, type ObjectiveReport, type Report } from '../verdict/report.ts';
import type { GradeContext } from './grade-context.ts';
import { logExcerpts } from './log-excerpts.ts';
import { isThisMachine } from './policy/this-machine.ts';
import type { Sandbox } from './sandbox/sandbox.ts';
import { LooksBeforeRemoval } from './seen-before.ts';
import { couldMatter, watchStalls } from './stall-watch.ts';
import type { Part, Plan } from './submission.ts';
import { better, verifyUntilStable } from './verify-until-stable.ts';

export type ScriptPlan = Extract<Plan, { kind: 'script' }>;

/** How often it is looked before a script takes something away, and for how long in all, in milliseconds. */
const maxLooks = 4;
const maxLooksMs = 60_000;

/**
 * Brings a part up in a sandbox of its own and judges what is there. Throws SandboxFault, CouldNotTell or EngineError
 * where the machine fails.
 */
export async function attemptPart(part: Part, plan: ScriptPlan, context: GradeContext): Promise<Judged> {
  const { challenge, limits, signal, onPhase } = context;
  onPhase('opening');
  await using sandbox = await context.sandboxes.open({ limits: limits.sandbox, builder: plan.builder, signal });
  using stalls = (context.watchStalls ?? watchStalls)();
  onPhase('running');
  const statedPaths = await readStatedPaths(part.folder, signal);
  const verifyWithin = async (until: AbortSignal, verdictMs: number) => {
    const { binds } = await knownBinds(plan, sandbox, until);
    return verifyUntilStable(challenge, sandbox.connected, {
      ...{ binds, paths: plan.paths, statedPaths, signal: until, verdictMs },
      onDisrupt: () => onPhase('disturbing'),
    });
  };
  // Of what is about to be removed, and with it its log.
  const logsThen = new Map<Report, LogExcerpt[]>();
  const ended = new AbortController();
  const looks = new LooksBeforeRemoval({
    ...{ maxLooks, maxMs: maxLooksMs, signal: AbortSignal.any([signal, ended.signal]) },
    facts: until => sandbox.connected.engine.facts({ signal: until }),
    verify: async until => {
      onPhase('checking');
      const report = await verifyWithin(until, 0);
      logsThen.set(report, await logExcerpts(sandbox.connected.engine, report.bindings, until));
      onPhase('running');
      return report;
    },
  });
  const script = await sandbox.run({
    folder: part.folder,
    script: plan.script,
    follower: looks,
    signal,
    timeoutMs: limits.scriptMs,
    graceMs: limits.graceMs,
    outputBytes: limits.outputBytes,
  });
  ended.abort();
  const stalledMs = { running: stalls.takeMs(), checking: 0 };
  onPhase('checking');
  if (!sandbox.unreachable() && !looks.hasSeen && (await isLeftToCompose(sandbox, signal))) {
    const reason = say('outcome.compose-ran', { file: plan.file, command: sandbox.compose });
    const objectives = onlyCompose(challenge, plan.file);
    return { outcome: 'compose-only', reason, objectives, script, refusals: sandbox.refusals };
  }
  const seen = hasGoneToItsEnd(script) ? looks.best(await sandbox.connected.engine.facts({ signal })) : undefined;
  const isAllSeen = seen !== undefined && allRequiredPassed(seen.report);
  const { remarks: ignored } = isAllSeen ? { remarks: [] } : await knownBinds(plan, sandbox, signal);
  const atEnd = isAllSeen ? seen.report : await verifyWithin(signal, limits.verdictMs);
  const report = seen === undefined ? atEnd : better(seen.report, atEnd);
  const remarks = [...ignored, ...otherPlatforms(plan.script)];
  if (sandbox.missingTool !== '') remarks.push(say('submission.no-tool', { tool: sandbox.missingTool }));
  if (seen !== undefined && report === seen.report)
    remarks.push(say('submission.seen-before', { command: seen.command }));
  stalledMs.checking = stalls.takeMs();
  const passed = allRequiredPassed(report);
  const isWhole = report.objectives.every(({ verdict }) => verdict === 'pass');
  const atLast = isWhole ? [] : await logExcerpts(sandbox.connected.engine, report.bindings, signal);
  const logs = atLast.length > 0 ? atLast : (logsThen.get(report) ?? []);
  onPhase('closing');
  const ending = endingOf(plan, script, sandbox, context);
  const busy =
    couldMatter(stalledMs.running, limits.scriptMs) || couldMatter(stalledMs.checking, limits.verdictMs)
      ? say('fault.too-busy', { ms: stalledMs.running + stalledMs.checking })
      : undefined;
  const machine = passed ? undefined : (machineFault(plan, script, sandbox) ?? busy);
  const reason = machine ?? ending.reason;
  return {
    outcome: machine === undefined ? ending.outcome : 'unknown',
    ...(reason === undefined ? {} : { reason }),
    objectives: report.objectives
      .map(objective => (machine === undefined ? objective : open(objective, machine)))
      .map(objective => withoutCompose(objective, plan, context)),
    bindings: report.bindings,
    script,
    logs,
    refusals: sandbox.refusals,
    remarks,
  };
}

/** Whether a script did all that it meant to: what fails in cleaning up changes nothing, and what fails elsewhere may have been a rebuild. */
function hasGoneToItsEnd({ endedBy, exitCode, failingCommand }: ScriptRun): boolean {
  const isCleaning = /^docker\s+(?:(?:container|network|volume|image)\s+)?(?:rm|rmi|stop|kill|prune|remove)\b/;
  return endedBy === 'itself' && (exitCode === 0 || isCleaning.test(failingCommand));
}

/** Whether Compose was to bring things up, and nothing else has. */
async function isLeftToCompose({ compose, connected }: Sandbox, signal: AbortSignal): Promise<boolean> {
  return compose !== '' && (await connected.engine.facts({ signal })).containers.length === 0;
}

/** How the script's run ended, for people. */
function endingOf(
  { file }: ScriptPlan,
  { exitCode, endedBy, failingCommand }: ScriptRun,
  { refusals }: Sandbox,
  { limits }: GradeContext,
): { readonly outcome: Outcome; readonly reason?: Message } {
  if (endedBy === 'time')
    return { outcome: 'timed-out', reason: say('outcome.timed-out', { file, ms: limits.scriptMs }) };
  if (endedBy === 'output') return { outcome: 'script-failed', reason: say('outcome.too-much-output', { file }) };
  if (endedBy === 'memory') return { outcome: 'script-failed', reason: say('outcome.out-of-memory', { file }) };
  if (exitCode === 0) return { outcome: 'graded' };
  const [refusal] = refusals;
  if (refusal !== undefined) return { outcome: 'refused', reason: say('outcome.refused', { file, refusal }) };
  return {
    outcome: 'script-failed',
    reason: say('outcome.script-failed', { file, exitCode, command: failingCommand }),
  };
}

/** Why what is missing may be missing through no fault of the student's. */
function machineFault(
  { builder }: ScriptPlan,
  { exitCode, failingCommand }: ScriptRun,
  sandbox: Sandbox,
): Message | undefined {
  if (sandbox.unreachable()) return say('fault.unreachable');
  // A script that failed of something else did without it.
  const { missingTool: tool } = sandbox;
  const isFatal = exitCode === 127 || (exitCode !== 0 && failingCommand.split(/[^\w-]+/).includes(tool));
  if (tool !== '' && isFatal) return say('fault.no-tool', { tool });
  // Of a Dockerfile that could not be read before the script had written it.
  return builder === 'classic' && sandbox.needsBuildKit() ? say('fault.needs-buildkit') : undefined;
}

/** What has not passed could not be told. */
function open(objective: ObjectiveReport, reason: Message): ObjectiveReport {
  if (objective.verdict === 'pass') return objective;
  return { ...objective, verdict: 'unknown', finding: say('submission.not-told', { reason }) };
}

/** Kinds of machines that the script asks for and this one is not: the policy leaves that out. */
function otherPlatforms(script: string): Message[] {
  const asked = [...script.matchAll(/--platform[= ]["']?(linux\/[a-z0-9/]+)/g)].map(([, platform = '']) => platform);
  const others = asked.filter(platform => !isThisMachine(platform));
  return [...new Set(others)].map(platform => say('submission.platform-left-out', { platform }));
}

/** Commands that were translated leave no trace of Compose on their containers: that it was there, the plan says. */
function withoutCompose(
  objective: ObjectiveReport,
  { composed }: ScriptPlan,
  { challenge }: GradeContext,
): ObjectiveReport {
  const kind = challenge.objectives.find(({ id }) => id === objective.id)?.check.kind;
  if (composed === undefined || kind !== 'no-compose') return objective;
  const finding = say('translate.no-compose', { file: composed });
  return { ...objective, verdict: 'fail', finding, next: `lab translate ${shellQuote(composed)}` };
}

/** Who plays what, as `lab.json` says it, but for what is not there at all. */
async function knownBinds(
  plan: ScriptPlan,
  { connected }: Sandbox,
  signal: AbortSignal,
): Promise<{ readonly binds: ScriptPlan['binds']; readonly remarks: readonly Message[] }> {
  const said = Object.entries(plan.binds);
  if (said.length === 0) return { binds: {}, remarks: [] };
  const binds = presentBinds(plan.binds, await connected.engine.facts({ signal }));
  const remarks = said
    .filter(([role]) => !(role in binds))
    .map(([role, name]) => say('lab-json.bind-ignored', { role, name }));
  return { binds, remarks };
}
