import { commandMessages } from './app/texts/commands.ts';
import { LabError } from './base/errors.ts';
import { languageOfEnvironment } from './base/language.ts';
import { type Globals, globalsOf } from './cli/parse/globals.ts';
import { outputOf } from './output.ts';
import { Interrupted, stopSignal } from './signals.ts';

/** Runs a command line and tells what goes wrong on standard error; returns the exit code. */
export async function run(argv: readonly string[], exit: (code: number) => void): Promise<number> {
  const debug = process.env.LAB_DEBUG === '1';
  let globals: Globals;
  try {
    globals = globalsOf(argv, process.env);
  } catch (error) {
    const err = outputOf(process.stderr, process.env, argv.includes('--no-color'), () => {});
    return await tellError(error, languageOfEnvironment(process.env), err, debug);
  }
  const stop = stopSignal(exit);
  const [{ wire }, { runProgram }] = await Promise.all([import('./wire.ts'), import('./cli/program.ts')]);
  await using wiring = wire(globals, stop.signal, {
    reader: () => stop.abort(new Interrupted('SIGPIPE', 13)),
    terminal: () => stop.abort(new Interrupted('SIGHUP', 1)),
  });
  const { lab } = wiring;
  try {
    await wiring.putRight();
    return await runProgram(lab, argv);
  } catch (error) {
    const reason: unknown = stop.signal.reason;
    if (!(reason instanceof Interrupted)) return await tellError(error, lab.language, lab.err, debug);
    // What a clean-up has to say still matters; that something was cut short does not.
    if (error instanceof LabError) await tellError(error, lab.language, lab.err, debug);
    else lab.err.write(`${commandMessages[lab.language].interrupted}\n`);
    return reason.exitCode;
  }
}

/** The texts that it may need are read when something has gone wrong, and not at every start. */
async function tellError(...what: Parameters<typeof import('./tell-error.ts').tellError>): Promise<number> {
  return (await import('./tell-error.ts')).tellError(...what);
}
