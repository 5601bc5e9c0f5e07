import { statSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';
import type { Lab } from '../../app/lab.ts';
import { type ExitCode, exitCode, UsageError } from '../../base/errors.ts';
import { fitToShow } from '../../base/fit-to-show.ts';
import type { ComposeProblem } from '../../compose/findings.ts';
import type { ComposeSource } from '../../compose/load-project.ts';
import { projectReader, usualFiles } from '../../compose/project-files.ts';
import { translateCompose } from '../../compose/translate.ts';
import { commandText } from '../../compose/word.ts';
import { inLanguage } from '../../language/tell.ts';
import { translateMessages } from '../texts/translate.ts';

export interface TranslateOptions {
  readonly profile?: readonly string[];
  readonly projectName?: string;
  readonly json?: boolean;
}

/** What is told of one file at once: whoever mends that sees the rest then. */
const maxTold = 5;

/**
 * `lab translate [FILE…]`: writes what Compose would do as a script of plain docker commands, each with what it is for; what no
 * command stands for goes to standard error. Runs nothing. Throws UsageError where it cannot be translated.
 */
export async function translate(lab: Lab, given: readonly string[], options: TranslateOptions = {}): Promise<ExitCode> {
  const { language } = lab;
  const t = translateMessages[language];
  const { folder, ...source } = await sourceOf(lab, given, options);
  const [file = ''] = source.files;
  const shown = relative(lab.cwd, resolve(folder, file)) || file;
  const found = translateCompose(source);
  if (found.kind === 'wrong') {
    const more = found.problems.length - maxTold;
    const lines = found.problems.slice(0, maxTold).map(problem => problemLine(problem, lab));
    throw new UsageError(t.cannotTranslate(fitToShow(shown)), {
      why: [...lines, ...(more > 0 ? [t.more(more)] : [])].join('\n'),
    });
  }
  const { project, commands, notes } = found;
  const told = commands.map(({ text, why }) => ({
    command: text,
    why: fitToShow(inLanguage(why, language)),
    finding: why,
  }));
  if (options.json === true) {
    const toldNotes = notes.map(note => ({ text: inLanguage(note, language), finding: note }));
    lab.out.write(
      `${JSON.stringify({ schema: 'lab.translation/1', project, folder, commands: told, notes: toldNotes }, undefined, 2)}\n`,
    );
    return exitCode.ok;
  }
  const place = relative(lab.cwd, folder);
  const change = place === '' ? [] : [commandText(['cd', place.startsWith('-') ? `./${place}` : place]), ''];
  const heading = `# ${fitToShow(t.heading(shown, project))}`;
  const lines = told.flatMap(({ command, why }) => ['', `# ${why}`, command]);
  lab.out.write(`${['#!/bin/sh', heading, 'set -e', ...change, ...lines].join('\n')}\n`);
  for (const note of notes) lab.err.write(`${inLanguage(note, language)}\n`);
  return exitCode.ok;
}

async function sourceOf(
  lab: Lab,
  given: readonly string[],
  { profile = [], projectName }: TranslateOptions,
): Promise<ComposeSource & { readonly folder: string }> {
  const t = translateMessages[lab.language];
  const [first] = given;
  const named = first === undefined ? lab.cwd : resolve(lab.cwd, first);
  const isFolder = first !== '-' && statSync(named, { throwIfNoEntry: false })?.isDirectory() === true;
  const folder = first === '-' ? lab.cwd : isFolder ? named : dirname(named);
  const onDisk = projectReader(folder);
  const input = given.includes('-') ? await lab.readInput() : undefined;
  const read = (path: string) => (path === '-' && input !== undefined ? input : onDisk(path));
  const files = isFolder
    ? usualFiles(read, lab.env)
    : given.map(file => (file === '-' ? file : relative(folder, resolve(lab.cwd, file))));
  if (files.length === 0) throw new UsageError(t.noFile(fitToShow(folder)), { next: [t.noFileNext] });
  const missing = files.find(file => read(file) === undefined);
  if (missing !== undefined) throw new UsageError(t.missing(fitToShow(missing)), { next: [t.noFileNext] });
  return {
    ...{ folder, files, read, environment: lab.env, profiles: profile, folderName: basename(folder) },
    ...(projectName === undefined ? {} : { projectName }),
  };
}

/** Where it is, what is wrong, and what to do: in one line. */
function problemLine({ file, line, column, finding, next }: ComposeProblem, { language }: Lab): string {
  const place = line === undefined ? file : `${file}:${line}:${column ?? 1}`;
  const sentences = next === undefined ? [finding] : [finding, next];
  return `${place}: ${sentences.map(one => inLanguage(one, language)).join(' ')}`;
}
