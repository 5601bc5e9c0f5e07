import { resolve } from 'node:path';
import type { Lab } from '../../app/lab.ts';
import { type ExitCode, UsageError } from '../../base/errors.ts';
import { findChallenge } from '../../challenge/load.ts';
import { gradeRunMessages } from '../../grading/texts/run.ts';
import { gradeRunsMessages } from '../../grading/texts/runs.ts';
import { namedFile } from './files.ts';
import { gradeCommand } from './grade.ts';
import { limitsOf } from './limit-options.ts';
import { mergeCommand } from './merge.ts';
import type { GradeOptions } from './options.ts';
import { gradeShell } from './shell.ts';

/**
 * `lab grade`: a class is graded, one part is looked at in a shell, or what several machines have graded is merged. Throws UsageError
 * for several classes.
 */
export async function gradeOrMerge(lab: Lab, folders: readonly string[], options: GradeOptions): Promise<ExitCode> {
  if (options.merge === true) return mergeCommand(lab, folders, options);
  if (options.shell !== undefined) return shellOf(lab, folders, options.shell, options);
  const [folder, ...others] = folders;
  const t = gradeRunsMessages[lab.language];
  if (folder === undefined || others.length > 0) throw new UsageError(t.oneFolder, { next: [t.oneFolderNext] });
  return gradeCommand(lab, folder, options);
}

/** `lab grade DIR --shell ID N`, in either order; where there is no DIR, the class is here. */
async function shellOf(lab: Lab, words: readonly string[], id: string, options: GradeOptions): Promise<ExitCode> {
  const at = words.findLastIndex(word => findChallenge(lab.challenges, word) !== undefined);
  const challenge = findChallenge(lab.challenges, words[at] ?? '');
  const [folder = '.', ...others] = words.filter((_, index) => index !== at);
  if (challenge === undefined || others.length > 0)
    throw new UsageError(gradeRunMessages[lab.language].shellUsage, { next: ['lab grade DIR --shell ID N'] });
  const classFolder = resolve(lab.cwd, folder);
  const output = options.out === undefined ? `${classFolder}-grades` : resolve(lab.cwd, options.out);
  const preload = await Promise.all((options.images ?? []).map(file => namedFile(lab, '--images', file)));
  return gradeShell(lab, { classFolder, output, id, challenge, preload, limits: limitsOf(options, 1) });
}
