import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Lab } from '../../app/lab.ts';
import { oneLine } from '../../app/one-line.ts';
import { type ExitCode, exitCode, UsageError } from '../../base/errors.ts';
import type { Challenge } from '../../challenge/definition.ts';
import { withOwnScripts } from '../../grading/own-scripts.ts';
import { gradeRunMessages } from '../../grading/texts/run.ts';
import { inLanguage } from '../../language/tell.ts';
import { knownIds } from './known-ids.ts';
import type { RunLimits } from './limit-options.ts';

/** Whose sandbox is wanted: folders are absolute. */
export interface ShellOptions {
  readonly classFolder: string;
  /** Where the instructor's own scripts are; it need not exist. */
  readonly output: string;
  readonly id: string;
  readonly challenge: Challenge;
  readonly limits: RunLimits;
  readonly preload: readonly string[];
}

/**
 * `lab grade DIR --shell ID N`: runs what a part says first in a sandbox of its own, and gives the instructor a shell there, as it is
 * then. Nothing is judged or kept; all is gone when the shell ends. Throws UsageError where there is nothing to run.
 */
export async function gradeShell(lab: Lab, options: ShellOptions): Promise<ExitCode> {
  const { language, signal, grading } = lab;
  const { classFolder, output, challenge, limits, preload } = options;
  const t = gradeRunMessages[language];
  const scratch = await mkdtemp(join(tmpdir(), 'estaleiro-shell-'));
  try {
    const read = await grading.readClass(classFolder, {
      ...{ challenges: lab.challenges, language, scratch, signal, except: [output] },
    });
    const [id] = knownIds(lab, [options.id], read);
    const { submissions } = await withOwnScripts(read, output, lab.challenges, signal);
    const submission = submissions.find(it => it.id === id);
    const part = submission?.parts.find(it => it.challenge === challenge.id);
    if (part === undefined)
      throw new UsageError(
        t.noPart(oneLine(options.id), challenge.number),
        submission?.unreadable === undefined ? {} : { why: inLanguage(submission.unreadable, language) },
      );
    const { plan } = part;
    if (plan.kind !== 'script') {
      const why = plan.kind === 'none' ? inLanguage(plan.because, language) : t.composeHasNoShell;
      throw new UsageError(t.nothingToRun(oneLine(options.id), challenge.number), { why });
    }
    const say = (line: string) => lab.err.write(`${line}\n`);
    await using sandboxes = await grading.openSandboxes({ preload, signal, say });
    await using sandbox = await sandboxes.open({ limits: limits.part.sandbox, builder: plan.builder, signal });
    say(t.runningFor(oneLine(options.id), challenge.number, plan.file));
    const {
      exitCode: code,
      endedBy,
      lastLines,
    } = await sandbox.run({
      ...{ folder: part.folder, script: plan.script, signal, timeoutMs: limits.part.scriptMs },
      ...{ graceMs: limits.part.graceMs, outputBytes: limits.part.outputBytes },
    });
    for (const line of lastLines) say(`  ${oneLine(line)}`);
    say(t.shellOpen(endedBy === 'itself' ? String(code) : endedBy));
    await grading.enterShell(sandbox.shell);
    return exitCode.ok;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
