import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import type { Lab } from '../../app/lab.ts';
import { oneLine } from '../../app/one-line.ts';
import { type ExitCode, exitCode, UsageError } from '../../base/errors.ts';
import type { Challenge } from '../../challenge/definition.ts';
import { translateParts } from '../../grading/intake/plan/translate-parts.ts';
import { digestOf, handedInDigest } from '../../grading/queue/digest-of.ts';
import { planRun } from '../../grading/queue/plan-run.ts';
import { beginRerun, endRerun } from '../../grading/queue/rerun-mark.ts';
import { submissionResult } from '../../grading/queue/submission-result.ts';
import { isUnknown, type Task, tasksOf } from '../../grading/queue/task.ts';
import { untriedResult } from '../../grading/queue/unknown-result.ts';
import { gradeRunMessages } from '../../grading/texts/run.ts';
import { findBookFiles, namedFile } from './files.ts';
import { defaultJobs } from './jobs.ts';
import { knownIds } from './known-ids.ts';
import { limitsOf } from './limit-options.ts';
import type { GradeOptions } from './options.ts';
import { openOutput } from './output.ts';
import { readWithOwn, tellPlan } from './plan.ts';
import { report } from './report.ts';
import { runTasks } from './run.ts';
import { shortPath, tellRest, typedAgain } from './tell.ts';

/**
 * `lab grade DIR`. 0 where all that was asked for is graded, whatever the grades; 3 where something could not be told. What
 * was judged is kept as it comes, so that a run that was stopped goes on where it was.
 */
export async function gradeCommand(lab: Lab, folder: string, options: GradeOptions): Promise<ExitCode> {
  const { language, signal } = lab;
  const t = gradeRunMessages[language];
  const classFolder = await existingFolder(lab, folder);
  const challenges = chosen(options.challenge ?? lab.challenges);
  const place = options.out === undefined ? `${classFolder}-grades` : resolve(lab.cwd, options.out);
  const parts = lab.grading;
  const files = await findBookFiles(lab, options, { output: place, class: classFolder });
  const makeBook = await parts.readBookFiles(files, language, lab.challenges);
  const translates = makeBook.translatesCompose === true;
  if (options.plan === true) {
    const { only, json = false } = options;
    const count = await tellPlan(lab, { ...{ classFolder, output: place, challenges, only, json, translates } });
    if (count === 0) throw new UsageError(t.nothingToGrade(folder), { why: t.nothingToGradeWhy });
    return exitCode.ok;
  }
  const preload = await Promise.all((options.images ?? []).map(file => namedFile(lab, '--images', file)));
  await using output = await openOutput(place, classFolder, language);
  // Before anything is run.
  if (options.worksheet !== undefined)
    await parts.readWorksheet(await namedFile(lab, '--worksheet', options.worksheet), language);
  lab.err.write(`${t.reading(oneLine(classFolder))}\n`);
  const read = await parts.readClass(classFolder, {
    ...{ challenges: lab.challenges, language, scratch: output.scratch, signal },
  });
  const own = await readWithOwn(lab, read, output.folder);
  const submissions = translates ? await translateParts(own, lab) : own;
  if (submissions.length === 0) throw new UsageError(t.nothingToGrade(folder), { why: t.nothingToGradeWhy });
  const only = options.only && knownIds(lab, options.only, submissions);

  const grader = await parts.graderVersion();
  const tasks = tasksOf(submissions, challenges, (part, challenge) => digestOf(part, challenge, grader));
  const store = await parts.openStore(output.state, ({ file, why }) => lab.err.write(`${t.setAside(file, why)}\n`));
  const limits = limitsOf(options, challenges.length);
  const found = await Promise.all(tasks.map(async task => ({ task, stored: await store.read(nameOf(task)) })));
  const rerun = options.rerun ? await beginRerun(output.state, rerunOf(challenges, only), new Date()) : undefined;
  if (rerun?.goesOn) lab.err.write(`${t.rerunGoesOn}\n`);
  const plan = planRun(found, {
    ...{ only, rerun: rerun !== undefined, rerunSince: rerun?.since, rerunUnknown: options.rerunUnknown ?? false },
    scriptMs: limits.part.scriptMs,
  });
  const jobs = options.jobs ?? defaultJobs({ cores: availableParallelism(), freeBytes: process.availableMemory() });
  lab.err.write(`${t.toGrade(submissions.length, plan.toRun.length, plan.kept.length, jobs)}\n`);
  const told = await runTasks(lab, parts, plan, { jobs, store, limits, preload, partsEach: challenges.length });
  await endRerun(output.state);

  // Who is left out of this run is no one who has handed in nothing: the roster would take it so.
  const all = [...told, ...plan.left.map(task => ({ task, result: untriedResult(task) }))];
  const results = submissions.map(one =>
    submissionResult(
      one,
      all.filter(({ task }) => task.submission === one),
    ),
  );
  const similar = options.similarity === true ? await parts.similar(submissions, { challenges, signal }) : undefined;
  const handedIn = Object.fromEntries(
    submissions.map(one => [
      one.id,
      Object.fromEntries(
        tasks.filter(task => task.submission === one).map(task => [task.challenge.id, handedInDigest(task.part)]),
      ),
    ]),
  );
  const book = await report(lab, output, { results, challenges, makeBook, grader, handedIn, similar }, options);
  tellRest(lab, book, submissions, plan.left, typedAgain(folder, options));
  if (similar !== undefined) lab.err.write(`${t.similarPairs(similar.length)}\n`);
  lab.err.write(`${t.reportsIn(shortPath(lab, output.folder))}\n`);
  return told.some(({ result }) => isUnknown(result)) ? exitCode.couldNotTell : exitCode.ok;
}

async function existingFolder({ cwd, language }: Lab, folder: string): Promise<string> {
  const path = resolve(cwd, folder);
  const isFolder = await stat(path).then(
    found => found.isDirectory(),
    () => false,
  );
  if (isFolder) return path;
  const t = gradeRunMessages[language];
  throw new UsageError(t.notAFolder(folder), { next: [t.notAFolderNext] });
}

/** Each once, in the catalogue's order. */
function chosen(challenges: readonly Challenge[]): Challenge[] {
  return [...new Set(challenges)].sort((one, other) => one.number - other.number);
}

/** What is graded again, for knowing it when it is asked for once more. */
const rerunOf = (challenges: readonly Challenge[], only: ReadonlySet<string> | undefined) =>
  JSON.stringify([challenges.map(({ id }) => id), only === undefined ? 'all' : [...only].sort()]);

function nameOf({ submission, challenge }: Task) {
  return { submission: submission.id, challenge: challenge.id };
}
