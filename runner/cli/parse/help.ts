import { type Argument, type Command, Help, type Option } from 'commander';
import type { Lab } from '../../app/lab.ts';
import { parseMessages } from '../texts/parse.ts';

/** Makes the help of a command line, and of every command under it, speak the lab's language on the lab's outputs. */
export function speakLanguage(program: Command, lab: Lab): void {
  const t = parseMessages[lab.language];
  const titles: Readonly<Record<string, string>> = {
    'Usage:': t.usage,
    'Arguments:': t.arguments,
    'Options:': t.options,
    'Global Options:': t.globalOptions,
    'Commands:': t.commands,
  };
  const terms = (text: string) => text.replace('[options]', t.optionsTerm).replace('[command]', t.commandTerm);
  const explained = (it: Argument | Option) => {
    const extra = [
      ...(it.argChoices === undefined ? [] : [t.choices(it.argChoices.join(', '))]),
      ...(typeof it.defaultValue === 'string' ? [t.standard(it.defaultValue)] : []),
    ];
    return extra.length === 0 ? it.description : `${it.description} (${extra.join('; ')})`;
  };
  // Commander gives these functions the Help as `this`; an own instance has the same words without that.
  const plain = new Help();
  for (const command of [program, ...descendants(program)]) {
    command
      .helpOption('-h, --help', t.helpOption)
      .configureHelp({
        showGlobalOptions: true,
        styleTitle: title => titles[title] ?? title,
        commandUsage: of => terms(plain.commandUsage(of)),
        subcommandTerm: of => terms(plain.subcommandTerm(of)),
        optionDescription: explained,
        argumentDescription: explained,
      })
      .configureOutput({
        writeOut: text => lab.out.write(text),
        // Errors are thrown and told by main; commander has nothing to add.
        writeErr: () => {},
        getOutHelpWidth: () => Math.min(lab.out.columns, 100),
        getOutHasColors: () => false,
      });
  }
}

function descendants(command: Command): Command[] {
  return command.commands.flatMap(child => [child, ...descendants(child)]);
}
