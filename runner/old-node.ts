import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { exitCode } from './base/errors.ts';
import { languageOfEnvironment } from './base/language.ts';
import { nodeMessages } from './cli/texts/old-node.ts';

/** Runs the same command line with the project's own Node, or says what to do; returns the exit code. */
export async function goOnWithOwnNode(argv: readonly string[]): Promise<number> {
  const own = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url));
  const script = process.argv[1];
  if (script === undefined || !existsSync(own)) return sayWhatToDo();
  const child = spawn(own, [script, ...argv], { stdio: 'inherit' });
  // The terminal sends these to the child as well: it ends in its own way, and this process waits for that.
  process.on('SIGINT', () => {});
  process.on('SIGHUP', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise(resolve => {
    child.once('error', () => resolve(sayWhatToDo()));
    child.once('exit', code => resolve(code ?? exitCode.couldNotTell));
  });
}

function sayWhatToDo(): number {
  const t = nodeMessages[languageOfEnvironment(process.env)];
  process.stderr.write(`${t.tooOld(process.versions.node)}\n`);
  return exitCode.couldNotTell;
}
