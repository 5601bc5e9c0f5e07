import type { Command } from 'commander';
import type { Lab } from '../../app/lab.ts';
import type { Challenge } from '../../challenge/definition.ts';
import { countOption } from '../parse/count-option.ts';
import { parseMessages } from '../texts/parse.ts';
import { parseGradeMessages } from '../texts/parse-grade.ts';
import type { GradeOptions } from './options.ts';

/** More sandboxes than this are no machine's, and a script that takes longer than a day is no student's. */
const maxJobs = 64;
const maxSeconds = 86_400;

/** What the verb does: the folders, of which there are several only to be merged, and what was said of them. */
export type GradeAction = (folders: readonly string[], options: GradeOptions) => Promise<void>;

/** The verb for those who grade a class. */
export function addGrade(
  program: Command,
  { language }: Pick<Lab, 'language'>,
  challengeOf: (word: string) => Challenge,
  action: GradeAction,
): void {
  const t = parseGradeMessages[language];
  const { json } = parseMessages[language];
  program
    .command('grade')
    .description(t.grade)
    .argument('<DIR...>', t.classFolder)
    .option('--out <folder>', t.out)
    .option('--challenge <N>', t.onlyChallenge, (word: string, before: readonly Challenge[] = []) => [
      ...before,
      challengeOf(word),
    ])
    .option('--only <id>', t.only, collect)
    .addOption(countOption(language, '--jobs <count>', t.jobs, maxJobs))
    .addOption(countOption(language, '--timeout <seconds>', t.timeout, maxSeconds))
    .addOption(countOption(language, '--settle <seconds>', t.settle, maxSeconds))
    .option('--rerun', t.rerun)
    .option('--rerun-unknown', t.rerunUnknown)
    .option('--images <file>', t.preload, collect)
    .option('--rubric <file>', t.rubric)
    .option('--roster <file>', t.roster)
    .option('--overrides <file>', t.overrides)
    .option('--worksheet <file>', t.worksheet)
    .option('--compare', t.compare)
    .option('--merge', t.merge)
    .option('--anonymous', t.anonymous)
    .option('--similarity', t.similarity)
    .option('--plan', t.plan)
    .option('--shell <id>', t.shell)
    .option('--json', json)
    .addHelpText('after', `\n${t.examples}\n\n${t.exitCodes}`)
    .action((folders: readonly string[], options: GradeOptions) => action(folders, options));
}

function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}
