/** A command line that only a real shell understands; `character` is what it would be needed for. */
export class NeedsShell extends Error {
  override readonly name = 'NeedsShell';
  readonly character: string;

  constructor(character: string, command: string) {
    super(`needs a shell because of ${character}: ${command}`);
    this.character = character;
  }
}

/**
 * The words of a plain command line, as a POSIX shell splits it: quotes and backslashes are understood, everything that
 * needs a real shell (variables, pipes, globs, several commands) is refused with a NeedsShell that names the character.
 */
export function shellWords(command: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  const token = /'([^']*)'|"((?:[^"\\$`]|\\.)*)"|\\(.)|(\s+)|([^\s'"\\$`|&;<>()*?[\]{}~#!])|(.)/gsu;
  for (const [text, single, double, escaped, space, plain, special] of command.matchAll(token)) {
    if (special !== undefined) throw new NeedsShell(special, command);
    if (space !== undefined) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else {
      word = (word ?? '') + (single ?? double?.replace(/\\(["\\$`])/g, '$1') ?? escaped ?? plain ?? text);
    }
  }
  if (word !== undefined) words.push(word);
  return words;
}
