import type { Command } from 'commander';
import type { Lab } from '../../app/lab.ts';
import { type ExitCode, exitCode } from '../../base/errors.ts';
import { completionScript } from './script.ts';
import { wordsOf } from './words.ts';

/** `lab completion SHELL`: writes the script that makes a shell complete `lab`. */
export async function completion(lab: Lab, shell: 'bash' | 'zsh' | 'fish', program: Command): Promise<ExitCode> {
  lab.out.write(completionScript(shell, wordsOf(program, lab.challenges)));
  return exitCode.ok;
}
