import { spawn } from 'node:child_process';
import type { Lab } from '../app/lab.ts';
import { CouldNotTell } from '../base/errors.ts';
import { gradeRunMessages } from '../grading/texts/run.ts';

/**
 * A shell in a container of this machine's engine, with this process's terminal or input, until it ends. Throws CouldNotTell when there
 * is no docker command.
 */
export async function enterShell(lab: Lab, container: string): Promise<void> {
  const { engine } = await lab.connect();
  const terminal = lab.interactive && lab.out.isTerminal ? ['--tty'] : [];
  // What the student's script has put into the start-up files is not run on the instructor's terminal.
  const bash = ['bash', '--noprofile', '--norc'];
  const words = ['exec', '--interactive', ...terminal, '--workdir', '/work', container, ...bash];
  const child = spawn('docker', words, { stdio: 'inherit', env: { ...process.env, DOCKER_HOST: engine.address } });
  const stop = () => child.kill();
  lab.signal.addEventListener('abort', stop);
  try {
    await new Promise<void>((resolve, reject) => {
      child.once('error', error =>
        reject(new CouldNotTell(gradeRunMessages[lab.language].noDockerCommand, { why: error.message, cause: error })),
      );
      child.once('close', () => resolve());
    });
  } finally {
    lab.signal.removeEventListener('abort', stop);
  }
}
