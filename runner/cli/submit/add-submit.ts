import type { Command } from 'commander';
import type { Lab } from '../../app/lab.ts';
import type { Challenge } from '../../challenge/definition.ts';
import { parseMessages } from '../texts/parse.ts';
import { submitMessages } from '../texts/submit.ts';
import type { SubmitOptions } from './submit.ts';

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
