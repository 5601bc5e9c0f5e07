import manifest from '../../../package.json' with { type: 'json' };
import type { Lab } from '../../app/lab.ts';
import { CouldNotTell, messageOf } from '../../base/errors.ts';
import type { Challenge } from '../../challenge/definition.ts';
import { withWorksheet } from '../../gradebook/book-files/worksheet.ts';
import type { Gradebook } from '../../gradebook/gradebook.ts';
import type { MakeBook } from '../../gradebook/make-book.ts';
import type { SubmissionResult } from '../../gradebook/result.ts';
import type { SimilarPair } from '../../gradebook/similarity.ts';
import { writeReports } from '../../grading/queue/report-files.ts';
import { changeLines } from '../../grading/runs/change-lines.ts';
import { keepRun } from '../../grading/runs/run-store.ts';
import { gradeRunMessages } from '../../grading/texts/run.ts';
import { namedFile } from './files.ts';
import { namelessReports } from './nameless-reports.ts';
import type { GradeOptions } from './options.ts';
import type { OutputFolder } from './output.ts';
import { summaryTable } from './summary.ts';

/** What reports are made of. */
export interface Reported {
  readonly results: readonly SubmissionResult[];
  readonly challenges: readonly Challenge[];
  readonly makeBook: MakeBook;
  /** Stands for the lab that graded. */
  readonly grader: string;
  /** Submission's id → challenge's id → digest of what was handed in. */
  readonly handedIn: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly similar: readonly SimilarPair[] | undefined;
}

/** The book of what a run came to, with the identifiers of Moodle's worksheet where one was named. Throws UsageError. */
async function bookOf(
  lab: Lab,
  { results, challenges, makeBook }: Reported,
  options: GradeOptions,
): Promise<{ readonly book: Gradebook; readonly reportsOf: typeof lab.grading.reportsOf }> {
  const { language, grading } = lab;
  const book = makeBook(results, challenges, {
    ...{ language, grader: manifest.version, at: new Date().toISOString() },
  });
  if (options.worksheet === undefined) return { book, reportsOf: grading.reportsOf };
  const worksheet = await grading.readWorksheet(await namedFile(lab, '--worksheet', options.worksheet), language);
  return {
    book: withWorksheet(book, worksheet),
    reportsOf: (of, similar) => grading.reportsOf(of, similar, worksheet),
  };
}

/** Writes the reports, keeps what the run came to, and tells the grades. Resolves to the book as it is told. */
export async function report(
  lab: Lab,
  output: OutputFolder,
  reported: Reported,
  options: GradeOptions,
): Promise<Gradebook> {
  const { language } = lab;
  const t = gradeRunMessages[language];
  const { book, reportsOf } = await bookOf(lab, reported, options);
  const { results, challenges, grader, handedIn } = reported;
  const run = {
    ...{ schema: 'lab.run/1' as const, at: book.at, grader, challenges: challenges.map(({ id }) => id), results },
    ...{ handedIn, finals: Object.fromEntries(book.students.map(({ id, final }) => [id, final])) },
  };
  const written = async () => {
    const told = options.anonymous === true ? await namelessReports(output.state, book, reported.similar) : undefined;
    const reports = await reportsOf(told?.book ?? book, told === undefined ? reported.similar : told.similar);
    const kept = await writeReports(output.folder, [...reports, ...(told === undefined ? [] : [told.key])]);
    return { kept, told: told?.book ?? book, before: await keepRun(output.state, run) };
  };
  const { kept, told, before } = await orCannotTell(lab, output.folder, written);
  for (const one of kept) lab.err.write(`${t.wasEdited(one.path, one.keptAs)}\n`);
  if (options.json === true) lab.out.write(`${JSON.stringify(told, undefined, 2)}\n`);
  else lab.out.write(summaryTable(told, { language, columns: lab.out.columns }));
  if (options.compare === true) {
    const lines = changeLines(before, run, { challenges: lab.challenges, language });
    // What reads the book as JSON reads nothing else.
    (options.json === true ? lab.err : lab.out).write(`${['', ...lines].join('\n')}\n`);
  }
  return told;
}

/** Runs what writes into a folder, and says so where it cannot. */
async function orCannotTell<T>({ language }: Lab, folder: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const t = gradeRunMessages[language];
    throw new CouldNotTell(t.cannotReport(folder), { why: messageOf(error), next: [t.cannotKeepNext], cause: error });
  }
}
