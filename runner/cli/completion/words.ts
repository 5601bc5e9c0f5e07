import type { Command, Option } from 'commander';
import type { Challenge } from '../../challenge/definition.ts';

/** A word that can stand somewhere, and what it is. */
export interface Word {
  readonly word: string;
  readonly what: string;
}

/** What can follow an option, or stand as an argument: some words, a file, a folder, or what only the person knows. */
export type Value =
  | { readonly kind: 'words'; readonly words: readonly Word[] }
  | { readonly kind: 'file' | 'folder' | 'anything' };

export interface OptionWords {
  readonly flags: readonly string[];
  readonly what: string;
  /** Undefined for an option without a value. */
  readonly value: Value | undefined;
}

/** What can be written at one command. */
export interface CommandWords {
  /** The names of the commands down to it, such as `['engine', 'start']`; empty for `lab` itself. */
  readonly path: readonly string[];
  readonly commands: readonly Word[];
  readonly options: readonly OptionWords[];
  readonly arguments: readonly Value[];
}

/** Everything that can be written after `lab`, read from the program itself: `lab` first, then what is under it. */
export function wordsOf(program: Command, challenges: readonly Challenge[]): CommandWords[] {
  const numbers: Word[] = challenges.map(({ number, id }) => ({ word: String(number), what: id }));
  const global = program.createHelp().visibleOptions(program);
  const walk = (command: Command, path: readonly string[]): CommandWords[] => {
    const help = command.createHelp();
    const own = help.visibleOptions(command);
    const inherited = global.filter(option => own.every(({ long }) => long !== option.long));
    return [
      {
        path,
        commands: help.visibleCommands(command).map(it => ({ word: it.name(), what: it.description() })),
        options: [...own, ...inherited].map(option => optionWords(option, numbers)),
        arguments: command.registeredArguments.map(it => argumentValue(it.name(), it.argChoices, numbers)),
      },
      ...command.commands.flatMap(child => walk(child, [...path, child.name()])),
    ];
  };
  return walk(program, []);
}

function optionWords(option: Option, numbers: readonly Word[]): OptionWords {
  const flags = [option.short, option.long].filter(flag => flag !== undefined);
  return { flags, what: option.description, value: option.required ? optionValue(option, numbers) : undefined };
}

function optionValue({ argChoices, flags }: Option, numbers: readonly Word[]): Value {
  if (argChoices !== undefined) return choices(argChoices);
  const name = /<(.+)>$/.exec(flags)?.[1];
  if (name === 'N') return { kind: 'words', words: numbers };
  return { kind: name === 'file' || name === 'folder' ? name : 'anything' };
}

function argumentValue(name: string, argChoices: readonly string[] | undefined, numbers: readonly Word[]): Value {
  if (argChoices !== undefined) return choices(argChoices);
  if (name === 'N') return { kind: 'words', words: numbers };
  if (name === 'FILE') return { kind: 'file' };
  return { kind: name === 'DIR' ? 'folder' : 'anything' };
}

function choices(values: readonly string[]): Value {
  return { kind: 'words', words: values.map(word => ({ word, what: '' })) };
}
