import type { Lab } from '../../app/lab.ts';
import { CouldNotTell, LabError, messageOf } from '../../base/errors.ts';
import type { Grading } from '../../grading/grading.ts';
import { gradeAll, MachineFails } from '../../grading/queue/grade-all.ts';
import type { PartStore } from '../../grading/queue/part-store.ts';
import type { RunPlan } from '../../grading/queue/plan-run.ts';
import { needsSandbox, type Told } from '../../grading/queue/task.ts';
import { type Sandboxes, SandboxFault } from '../../grading/sandbox/sandbox.ts';
import { gradeRunMessages } from '../../grading/texts/run.ts';
import { inLanguage } from '../../language/tell.ts';
import { gradeDisplay } from './display.ts';
import type { RunLimits } from './limit-options.ts';

/** What a run works with. */
export interface RunOptions {
  readonly jobs: number;
  readonly store: PartStore;
  readonly limits: RunLimits;
  /** Absolute paths of images that every sandbox gets. */
  readonly preload: readonly string[];
  readonly partsEach: number;
}

/** Judges what a plan says, and shows it. Where nothing of it needs an engine, none is looked for. */
export async function runTasks(
  lab: Lab,
  parts: Grading,
  { toRun, kept }: RunPlan,
  { jobs, store, limits, preload, partsEach }: RunOptions,
): Promise<readonly Told[]> {
  const { language, signal } = lab;
  const t = gradeRunMessages[language];
  const say = (line: string) => lab.err.write(`${line}\n`);
  await using sandboxes = toRun.some(needsSandbox) ? await parts.openSandboxes({ preload, signal, say }) : noSandboxes;
  using display = gradeDisplay(lab, toRun, jobs);
  try {
    return await gradeAll(toRun, {
      ...{ jobs, store, kept, partsEach, signal },
      scriptMs: limits.part.scriptMs,
      submissionMs: limits.submissionMs,
      timeoutMs: limits.timeoutMs,
      onEvent: event => display.show(event),
      grade: ({ part, challenge, digest }, how) =>
        parts.gradePart(part, { challenge, sandboxes, limits: limits.part, digest, ...how }),
    });
  } catch (error) {
    const { done } = display;
    display[Symbol.dispose]();
    if (signal.aborted) say(t.stopped(done, toRun.length));
    if (signal.aborted || error instanceof LabError) throw error;
    if (error instanceof MachineFails)
      throw new CouldNotTell(t.machineFails(error.count), {
        ...{ why: inLanguage(error.reason, language), next: [t.machineFailsNext], cause: error },
      });
    throw new CouldNotTell(t.cannotKeep, { why: messageOf(error), next: [t.cannotKeepNext], cause: error });
  }
}

const noSandboxes: Sandboxes = {
  open: () => Promise.reject(new SandboxFault('no sandbox was expected')),
  [Symbol.asyncDispose]: async () => {},
};
