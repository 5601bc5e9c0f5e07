import type { CommandWords, OptionWords } from './words.ts';

/** All options that take a value, each once, as one `case` pattern can list them. */
export function optionsWithValue(commands: readonly CommandWords[]): OptionWords[] {
  const byFlag = new Map(
    commands.flatMap(({ options }) => options).map(option => [option.flags.join(), option] as const),
  );
  return [...byFlag.values()].filter(({ value }) => value !== undefined);
}

/** The paths of all commands under `lab`, as `engine/start`. */
export function paths(commands: readonly CommandWords[]): string[] {
  return commands.map(({ path }) => path.join('/')).filter(path => path !== '');
}

/** A text in single quotes, for bash and zsh. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** The first sentence of a description, on one line: shells show one line per word. */
export function brief(text: string): string {
  return text.split('\n')[0] ?? '';
}
