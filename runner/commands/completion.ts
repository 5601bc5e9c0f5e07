import type { Command } from 'commander';
import { completionScript } from '../completion/script.ts';
import { wordsOf } from '../completion/words.ts';
import { type ExitCode, exitCode } from '../errors.ts';
import type { Lab } from './lab.ts';

/** `lab completion SHELL`: writes the script that makes a shell complete `lab`. */
export async function completion(lab: Lab, shell: 'bash' | 'zsh' | 'fish', program: Command): Promise<ExitCode> {
  lab.out.write(completionScript(shell, wordsOf(program, lab.challenges)));
  return exitCode.ok;
}
