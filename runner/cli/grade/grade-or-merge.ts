import type { Lab } from '../../app/lab.ts';
import { type ExitCode, UsageError } from '../../base/errors.ts';
import { gradeRunsMessages } from '../../grading/texts/runs.ts';
import { gradeCommand } from './grade.ts';
import { mergeCommand } from './merge.ts';
import type { GradeOptions } from './options.ts';

/** `lab grade`: a class is graded, or what several machines have graded is merged. Throws UsageError for several classes. */
export async function gradeOrMerge(lab: Lab, folders: readonly string[], options: GradeOptions): Promise<ExitCode> {
  if (options.merge === true) return mergeCommand(lab, folders, options);
  const [folder, ...others] = folders;
  const t = gradeRunsMessages[lab.language];
  if (folder === undefined || others.length > 0) throw new UsageError(t.oneFolder, { next: [t.oneFolderNext] });
  return gradeCommand(lab, folder, options);
}
