import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Lab } from '../../app/lab.ts';
import { oneLine } from '../../app/one-line.ts';
import type { Language } from '../../base/language.ts';
import type { Challenge } from '../../challenge/definition.ts';
import { classPlan } from '../../grading/class-plan.ts';
import { translateParts } from '../../grading/intake/plan/translate-parts.ts';
import { withOwnScripts } from '../../grading/own-scripts.ts';
import type { ClassPlan } from '../../grading/plan-schema.ts';
import type { NotTaken, Submission } from '../../grading/submission.ts';
import { gradePlanMessages } from '../../grading/texts/plan.ts';
import { knownIds } from './known-ids.ts';

/** What is planned: folders are absolute. */
export interface PlanOptions {
  readonly classFolder: string;
  /** Where the instructor's own scripts are; it need not exist. */
  readonly output: string;
  readonly challenges: readonly Challenge[];
  /** Ids: the others are left out. */
  readonly only?: readonly string[] | undefined;
  readonly json: boolean;
  /** Whether what is left to Compose is translated. */
  readonly translates: boolean;
}

/** Says how a class would be graded: nothing is run, kept or written. Resolves to how many submissions there are. */
export async function tellPlan(lab: Lab, options: PlanOptions): Promise<number> {
  const { language, signal } = lab;
  const scratch = await mkdtemp(join(tmpdir(), 'estaleiro-plan-'));
  try {
    const notTaken: NotTaken[] = [];
    const read = await lab.grading.readClass(options.classFolder, {
      ...{ challenges: lab.challenges, language, scratch, signal, except: [options.output] },
      onNotTaken: it => notTaken.push(it),
    });
    const only = options.only && knownIds(lab, options.only, read);
    const wanted = read.filter(({ id }) => only?.has(id) ?? true);
    const own = await withOwnScripts(wanted, options.output, lab.challenges, signal);
    const submissions = options.translates ? await translateParts(own.submissions, lab) : own.submissions;
    const plan = classPlan(submissions, options.challenges, language, only === undefined ? notTaken : []);
    lab.out.write(options.json ? `${JSON.stringify(plan, undefined, 2)}\n` : planText(plan, language));
    if (options.only === undefined) tellUnused(lab, own.unused);
    return wanted.length;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** The submissions as they are graded: with the instructor's own scripts, of which those are told that are of no use. */
export async function readWithOwn(lab: Lab, submissions: readonly Submission[], output: string) {
  const own = await withOwnScripts(submissions, output, lab.challenges, lab.signal);
  tellUnused(lab, own.unused);
  return own.submissions;
}

function tellUnused({ err, language }: Lab, unused: readonly string[]): void {
  for (const path of unused) err.write(`${gradePlanMessages[language].ownUnused(oneLine(path))}\n`);
}

function planText({ students, notTaken }: ClassPlan, language: Language): string {
  const t = gradePlanMessages[language];
  const lines: string[] = [];
  const say = (depth: number, text: string) => void lines.push(`${' '.repeat(depth)}${oneLine(text)}`);
  for (const { id, sources, parts, remarks } of students) {
    const from = sources.filter(it => it !== id).join(', ');
    say(0, from === '' ? id : `${id} (${from})`);
    for (const remark of remarks) say(2, remark);
    if (parts.length === 0) lines.push(t.nothing);
    for (const part of parts) {
      lines.push(oneLine(t.challenge(part.challenge, part.path)).replace(/^(?! {2})/, '  '));
      if (part.outcome !== null) say(4, t.outcome[part.outcome]);
      for (const [index, { from: file, script }] of part.plans.entries()) {
        say(4, index === 0 ? t.first(file) : t.next(file));
        for (const line of script.trimEnd().split('\n')) say(6, line);
      }
      for (const remark of part.remarks) say(4, remark);
      if (part.notTaken.length > 0) say(4, t.notTaken);
      for (const { path, reason } of part.notTaken) say(6, `${path}: ${reason}`);
    }
    lines.push('');
  }
  if (notTaken.length > 0) lines.push(t.notTaken);
  for (const { path, reason } of notTaken) say(2, `${path}: ${reason}`);
  return `${lines.join('\n').trimEnd()}\n`;
}
