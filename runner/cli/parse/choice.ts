import { Argument, Option } from 'commander';
import { UsageError } from '../../base/errors.ts';
import type { Language } from '../../base/language.ts';
import { parseMessages } from '../texts/parse.ts';

/** An option with a few possible values. Not `checked` where the one who reads it has more to accept than it lists. */
export function choiceOption(
  language: Language,
  flags: string,
  description: string,
  choices: readonly string[],
  { checked = true } = {},
): Option {
  const option = new Option(flags, description).choices(choices);
  return option.argParser<string>(value => (checked ? oneOf(language, flags, choices, value) : value));
}

/** An argument with a few possible values. */
export function choiceArgument(
  language: Language,
  name: string,
  description: string,
  choices: readonly string[],
): Argument {
  return new Argument(name, description).choices(choices).argParser(value => oneOf(language, name, choices, value));
}

function oneOf(language: Language, what: string, choices: readonly string[], value: string): string {
  if (choices.includes(value)) return value;
  const t = parseMessages[language];
  throw new UsageError(t.notAChoice(what, value), { why: t.possible(choices.join(', ')) });
}
