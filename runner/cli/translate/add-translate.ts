import type { Command } from 'commander';
import type { Lab } from '../../app/lab.ts';
import { parseMessages } from '../texts/parse.ts';
import { translateMessages } from '../texts/translate.ts';
import type { TranslateOptions } from './translate.ts';

/** The verb that writes a Compose file as docker commands. */
export function addTranslate(
  program: Command,
  { language }: Pick<Lab, 'language'>,
  action: (files: readonly string[], options: TranslateOptions) => Promise<void>,
): void {
  const t = translateMessages[language];
  program
    .command('translate')
    .description(t.translate)
    .argument('[FILE...]', t.source)
    .option('--profile <name>', t.profile, (name: string, before: readonly string[] = []) => [...before, name])
    .option('--project-name <name>', t.projectName)
    .option('--json', parseMessages[language].json)
    .action((files: string[], options: TranslateOptions) => action(files, options));
}
