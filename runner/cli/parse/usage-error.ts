import type { Command, CommanderError } from 'commander';
import { UsageError } from '../../base/errors.ts';
import type { Language } from '../../base/language.ts';
import { parseMessages } from '../texts/parse.ts';

/** What commander found wrong with a command line, told in the reader's language. */
export function usageError(language: Language, error: CommanderError, command: Command): UsageError {
  const t = parseMessages[language];
  const next = [t.seeHelp(fullName(command))];
  // Commander tells names only inside its English sentence: the first quoted word, and those after "Did you mean".
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const suggestion = /\(Did you mean (?:one of )?(.+)\?\)/.exec(error.message)?.[1];
  const why = suggestion === undefined ? {} : { why: t.didYouMean(suggestion.split(', ').join(` ${t.or} `)) };
  switch (error.code) {
    case 'commander.unknownCommand':
      return new UsageError(t.unknownCommand(quoted), { ...why, next });
    case 'commander.unknownOption':
      return new UsageError(t.unknownOption(quoted), { ...why, next });
    case 'commander.missingArgument':
      return new UsageError(t.missingArgument(quoted), { next });
    case 'commander.optionMissingArgument':
      return new UsageError(t.missingValue(quoted), { next });
    case 'commander.excessArguments':
      // A command that does something by itself takes a wrong word after it for an argument.
      if (command.commands.length > 0)
        return new UsageError(t.unknownCommand(command.args[0] ?? ''), {
          why: t.possible(command.commands.map(child => child.name()).join(', ')),
          next,
        });
      return new UsageError(t.tooMany(command.args.slice(command.registeredArguments.length).join(' ')), { next });
    case 'commander.help':
      return new UsageError(t.missingCommand(fullName(command)), {
        why: t.possible(command.commands.map(child => child.name()).join(', ')),
        next,
      });
    default:
      return new UsageError(error.message.replace(/^error: /, ''), { next });
  }
}

function fullName(command: Command): string {
  return command.parent === null ? command.name() : `${fullName(command.parent)} ${command.name()}`;
}
