import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Binds, parseBinds, resolveBinds } from '../../app/binds.ts';
import { exitCodeOf } from '../../app/exit-code-of.ts';
import { asTyped } from '../../app/invocation.ts';
import type { ConnectedEngine, Lab } from '../../app/lab.ts';
import { prepareImages } from '../../app/prepare-images.ts';
import { remember } from '../../app/remember.ts';
import { readStatedPathsHere } from '../../app/stated-paths-here.ts';
import { commandMessages } from '../../app/texts/commands.ts';
import { type ExitCode, messageOf, UsageError } from '../../base/errors.ts';
import type { Challenge } from '../../challenge/definition.ts';
import { readWorkspace } from '../../challenge/workspace.ts';
import { learnReport } from '../../progress/learn.ts';
import { presentBinds } from '../../roles/present-binds.ts';
import { tellReport } from '../../verdict/tell-report.ts';
import { renderText } from '../../verdict/text.ts';
import { verify } from '../../verdict/verify.ts';
import { parseMessages } from '../texts/parse.ts';
import { Stopwatch } from './print-trace.ts';

export interface VerifyOptions {
  readonly json?: boolean;
  readonly format?: 'text' | 'json';
  readonly output?: string;
  readonly bind?: readonly string[];
  readonly watch?: boolean;
  readonly disrupt?: boolean;
}

/** `lab verify N`. */
export async function verifyCommand(lab: Lab, challenge: Challenge, options: VerifyOptions): Promise<ExitCode> {
  refuseContradictions(lab, options);
  const given = parseBinds(lab.language, challenge, options.bind ?? []);
  const { paths, binds: noted } = await readWorkspace(lab.cwd, challenge, lab.language);
  const statedPaths = await readStatedPathsHere(lab, challenge);
  const stopwatch = new Stopwatch(lab.env);
  const connected = stopwatch.watch(await stopwatch.time('connect', () => lab.connect()));
  const binds = await resolveOnEngine(lab, connected, challenge, given, noted);
  await stopwatch.time('images', () => prepareImages(lab, connected, [challenge]));
  if (options.watch === true) {
    const { watch } = await import('./watch.ts');
    return watch(lab, connected, challenge, { binds, paths, statedPaths });
  }
  const { language, signal } = lab;
  const disrupt = options.disrupt === true;
  const trace = stopwatch.add;
  const onWait = () => lab.err.write(`${commandMessages[language].waitsForOthers}\n`);
  const how = { binds, paths, statedPaths, disrupt, signal, trace, onWait };
  const report = await verify(challenge, connected, how);
  const told = tellReport(report, challenge, language);
  const asJson = options.json === true || options.format === 'json';
  const render = (colour: boolean, columns: number) =>
    asJson
      ? `${JSON.stringify(told, undefined, 2)}\n`
      : asTyped(renderText(told, { language, colour, columns }), lab.invocation);
  if (options.output === undefined) lab.out.write(render(lab.out.colour, lab.out.columns));
  else await writeReport(lab, options.output, render(false, 80));
  await remember(lab, learnReport(report));
  stopwatch.tell(lab);
  return exitCodeOf(report);
}

/**
 * Looks at the engine only where something was named. Throws UsageError when what the command line names is not there; of
 * what `lab.json` notes, that is left out.
 */
export async function resolveOnEngine(
  lab: Lab,
  { engine }: ConnectedEngine,
  challenge: Challenge,
  binds: Binds,
  noted: Binds = {},
): Promise<Binds> {
  if (Object.keys({ ...noted, ...binds }).length === 0) return binds;
  const facts = await engine.facts({ signal: lab.signal });
  return { ...presentBinds(noted, facts), ...resolveBinds(lab.language, challenge, binds, facts) };
}

function refuseContradictions({ language }: Lab, { json, format, output, watch, disrupt }: VerifyOptions): void {
  const t = parseMessages[language];
  const next = [t.seeHelp('lab verify')];
  if (json === true && format === 'text') throw new UsageError(t.together('--json', '--format text'), { next });
  if (watch !== true) return;
  const other = [
    ...(json === true ? ['--json'] : []),
    ...(format === 'json' ? ['--format json'] : []),
    ...(output === undefined ? [] : ['--output']),
    ...(disrupt === true ? ['--disrupt'] : []),
  ][0];
  if (other !== undefined) throw new UsageError(t.together('--watch', other), { next });
}

async function writeReport(lab: Lab, file: string, text: string): Promise<void> {
  const t = commandMessages[lab.language];
  const target = resolve(lab.cwd, file);
  try {
    await writeFile(target, text);
  } catch (error) {
    throw new UsageError(t.cannotWriteFile(target), { why: messageOf(error) });
  }
  lab.err.write(`${t.reportWritten(target)}\n`);
}
