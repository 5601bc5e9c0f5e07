import { bashScript } from './bash.ts';
import { fishScript } from './fish.ts';
import type { CommandWords } from './words.ts';
import { zshScript } from './zsh.ts';

/** The completion script of a shell; how to load it stands in its first lines. */
export function completionScript(shell: 'bash' | 'zsh' | 'fish', commands: readonly CommandWords[]): string {
  return { bash: bashScript, zsh: zshScript, fish: fishScript }[shell](commands);
}
