import type { Output } from './app/lab.ts';
import { commandMessages } from './app/texts/commands.ts';
import { CouldNotLook, CouldNotTell, type ExitCode, exitCode, LabError, messageOf } from './base/errors.ts';
import type { Language } from './base/language.ts';
import { EngineError } from './engine/engine.ts';
import { inLanguage } from './language/tell.ts';

/** Says what went wrong, why, and what to do; returns the exit code. `debug` adds where in our code it happened. */
export function tellError(error: unknown, language: Language, err: Output, debug: boolean): ExitCode {
  const t = commandMessages[language];
  const known = asLabError(error, language);
  err.write(known === undefined ? `${t.ourBug(messageOf(error))}\n` : render(known, language, err.colour));
  if (debug) err.write(`${traceOf(error)}\n`);
  return known?.exitCode ?? exitCode.couldNotTell;
}

function asLabError(error: unknown, language: Language): LabError | undefined {
  if (error instanceof CouldNotLook) return inWords(error, language);
  if (error instanceof LabError) return error;
  if (!(error instanceof EngineError)) return undefined;
  const t = commandMessages[language];
  return new CouldNotTell(t.engineFailed, { why: error.message, next: [t.seeDoctor], cause: error });
}

function inWords({ finding, step, why, cause }: CouldNotLook, language: Language): CouldNotTell {
  return new CouldNotTell(inLanguage(finding, language), { why, next: [inLanguage(step, language)], cause });
}

function render({ message, why, next }: LabError, language: Language, colour: boolean): string {
  const t = commandMessages[language];
  const bold = (text: string) => (colour ? `\u001b[1m${text}\u001b[22m` : text);
  const red = (text: string) => (colour ? `\u001b[31m${text}\u001b[39m` : text);
  return [
    bold(red(message)),
    ...(why === undefined ? [] : [why]),
    ...(next.length === 0 ? [] : ['', bold(t.next), ...next.map(step => `  ${step}`)]),
    '',
  ].join('\n');
}

function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\n${traceOf(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
