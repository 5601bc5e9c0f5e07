import { join, relative } from 'node:path';
import type { Lab } from '../../app/lab.ts';
import { oneLine } from '../../app/one-line.ts';
import { shellQuote } from '../../base/shell-quote.ts';
import type { Gradebook } from '../../gradebook/gradebook.ts';
import type { Task } from '../../grading/queue/task.ts';
import type { Submission } from '../../grading/submission.ts';
import { gradeRunMessages } from '../../grading/texts/run.ts';
import type { GradeOptions } from './options.ts';
import { unknownsText } from './summary.ts';

/** How many names are told of many. */
const maxNames = 10;

/** What an instructor has to know beside the grades. */
export function tellRest(
  { language, err }: Lab,
  book: Gradebook,
  submissions: readonly Submission[],
  left: readonly Task[],
  again: string,
): void {
  const t = gradeRunMessages[language];
  for (const { id, unreadable } of submissions) {
    if (unreadable !== undefined) err.write(`${oneLine(t.remark(id, `${t.unreadable}: ${unreadable}`))}\n`);
  }
  for (const remark of book.remarks) err.write(`${oneLine(remark)}\n`);
  err.write(unknownsText(book, `${again} --rerun-unknown`, { language, columns: err.columns }));
  if (left.length === 0) return;
  const ids = [...new Set(left.map(({ submission }) => submission.id))];
  err.write(`${t.notYet(ids.length, someOf(ids, t))}\n${t.gradeThem}\n  ${again}\n`);
}

/** The command that goes on with the same class, challenges and grades. */
export function typedAgain(folder: string, { out, challenge }: GradeOptions): string {
  return [
    `lab grade ${shellQuote(folder)}`,
    ...(out === undefined ? [] : [`--out ${shellQuote(out)}`]),
    ...(challenge ?? []).map(({ number }) => `--challenge ${number}`),
  ].join(' ');
}

/** A path as it is shortest from here. */
export function shortPath({ cwd }: Lab, path: string): string {
  const below = relative(cwd, path);
  return oneLine(below.startsWith('..') ? path : join('.', below));
}

/** Names of many: the first, and how many more. */
export function someOf(ids: readonly string[], t: { readonly andMore: (count: number) => string }): string {
  const more = ids.length - maxNames;
  return [...ids.slice(0, maxNames).map(id => oneLine(id)), ...(more > 0 ? [t.andMore(more)] : [])].join(', ');
}
