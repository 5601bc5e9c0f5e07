import { basename, resolve } from 'node:path';
import type { Lab } from '../../app/lab.ts';
import { oneLine } from '../../app/one-line.ts';
import { type ExitCode, exitCode, UsageError } from '../../base/errors.ts';
import { isUnknown } from '../../grading/queue/task.ts';
import { mergeRuns, type NamedRun } from '../../grading/runs/merge-runs.ts';
import { lastRun } from '../../grading/runs/run-store.ts';
import { gradeRunMessages } from '../../grading/texts/run.ts';
import { gradeRunsMessages } from '../../grading/texts/runs.ts';
import { findBookFiles } from './files.ts';
import type { GradeOptions } from './options.ts';
import { openOutput } from './output.ts';
import { report } from './report.ts';
import { shortPath } from './tell.ts';

/**
 * `lab grade --merge OUT…`: one set of reports of what several machines have graded, from the last run of each folder; nothing is run. 3 where
 * something could not be told, or is told differently by two of them. Throws UsageError where a folder has no run that can be read.
 */
export async function mergeCommand(lab: Lab, folders: readonly string[], options: GradeOptions): Promise<ExitCode> {
  const { language, cwd, grading } = lab;
  const t = gradeRunsMessages[language];
  const paths = [...new Set(folders.map(folder => resolve(cwd, folder)))];
  const [first] = paths;
  if (first === undefined || paths.length < 2) throw new UsageError(t.mergeTwo, { next: [t.oneFolderNext] });
  const runs: NamedRun[] = [];
  for (const path of paths) {
    const run = await lastRun(path).catch(() => undefined);
    if (run === undefined) throw new UsageError(t.noRun(shortPath(lab, path)), { next: [t.noRunNext] });
    runs.push({ name: shortPath(lab, path), run });
  }
  const place = options.out === undefined ? resolve(cwd, `${basename(first)}-merged`) : resolve(cwd, options.out);
  await using output = await openOutput(place, first, language);
  const files = await findBookFiles(lab, options, { output: output.folder, class: first });
  const makeBook = await grading.readBookFiles(files, language, lab.challenges);
  const chosen = options.challenge ?? lab.challenges;
  const { conflicts, ...merged } = mergeRuns(
    runs,
    lab.challenges.filter(one => chosen.includes(one)),
  );
  lab.err.write(`${t.merged(runs.length, merged.results.length)}\n`);
  const graders = [...new Set(runs.map(({ run }) => run.grader))].sort();
  if (graders.length > 1) lab.err.write(`${t.graders}\n`);
  const book = await report(
    lab,
    output,
    { ...merged, makeBook, grader: graders.join(' '), similar: undefined },
    options,
  );
  for (const remark of book.remarks) lab.err.write(`${oneLine(remark)}\n`);
  if (conflicts.length > 0) lab.err.write(`${t.conflicts(conflicts.length)}\n`);
  for (const { submission, challenge, folders: between, why } of conflicts) {
    const number = lab.challenges.find(({ id }) => id === challenge)?.number ?? 0;
    lab.err.write(`  ${oneLine(`${t.conflict(submission, number, between.join(', '))} (${t.conflictWhy[why]})`)}\n`);
  }
  lab.err.write(`${gradeRunMessages[language].reportsIn(shortPath(lab, output.folder))}\n`);
  return merged.results.some(({ works: parts }) => parts.some(isUnknown)) ? exitCode.couldNotTell : exitCode.ok;
}
