import type { Command } from 'commander';
import type { Challenge } from '../challenge/definition.ts';
import type { Lab } from '../commands/lab.ts';
import type { SubmitOptions } from '../commands/submit.ts';
import { submitMessages } from '../language/grade-submit.ts';
import { parseMessages } from '../language/parse.ts';

/** What the verb does: with a challenge, maybe a folder, and what else was said. */
export type SubmitAction = (of: Challenge, folder: string | undefined, options: SubmitOptions) => Promise<void>;

/** The verb for handing in a challenge. */
export function addSubmit(
  program: Command,
  { language }: Pick<Lab, 'language'>,
  challengeOf: (word: string) => Challenge,
  action: SubmitAction,
): void {
  const t = submitMessages[language];
  program
    .command('submit')
    .description(t.submit)
    .argument('<N>', parseMessages[language].challenge, challengeOf)
    .argument('[DIR]', t.folder)
    .option('--out <file>', t.out)
    .option('--force', t.force)
    .action((of: Challenge, folder: string | undefined, options: SubmitOptions) => action(of, folder, options));
}
