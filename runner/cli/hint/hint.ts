import { parseBinds } from '../../app/binds.ts';
import { asTyped } from '../../app/invocation.ts';
import type { Lab } from '../../app/lab.ts';
import { prepareImages } from '../../app/prepare-images.ts';
import { remember } from '../../app/remember.ts';
import { commandMessages } from '../../app/texts/commands.ts';
import { CouldNotTell, type ExitCode, exitCode, saidBy } from '../../base/errors.ts';
import type { Challenge, Objective } from '../../challenge/definition.ts';
import { readWorkspace } from '../../challenge/workspace.ts';
import { inLanguage, tell } from '../../language/tell.ts';
import { learnHint, learnReport } from '../../progress/learn.ts';
import { mergeProgress } from '../../progress/merge.ts';
import type { HintLevel, Progress } from '../../progress/progress.ts';
import { noProgress } from '../../progress/progress.ts';
import type { Report } from '../../verdict/report.ts';
import { verify } from '../../verdict/verify.ts';
import { resolveOnEngine } from '../verify/verify.ts';

export interface HintOptions {
  readonly level: '1' | '2' | '3';
  readonly bind?: readonly string[];
}

/**
 * `lab hint N`: for the first objective that has not passed, the idea, the Docker feature or the command. Without an
 * engine the first two are still told, of the first objective, and the exit code says that nothing was checked.
 */
export async function hint(lab: Lab, challenge: Challenge, options: HintOptions): Promise<ExitCode> {
  const t = commandMessages[lab.language];
  const given = parseBinds(lab.language, challenge, options.bind ?? []);
  const { paths, binds: noted } = await readWorkspace(lab.cwd, challenge, lab.language);
  let report: Report;
  try {
    const connected = await lab.connect();
    const binds = await resolveOnEngine(lab, connected, challenge, given, noted);
    await prepareImages(lab, connected, [challenge]);
    report = await verify(challenge, connected, {
      binds,
      paths,
      disrupt: false,
      signal: lab.signal,
      onWait: () => lab.err.write(`${t.waitsForOthers}\n`),
    });
  } catch (error) {
    const [first] = challenge.objectives;
    if (!(error instanceof CouldNotTell) || options.level === '3' || first === undefined) throw error;
    lab.err.write(`${inLanguage(saidBy(error), lab.language)}\n${t.hintWithoutEngine}\n\n`);
    writeHint(lab, challenge, first, options.level, '');
    await rememberHint(lab, challenge, first, options.level, noProgress);
    return exitCode.couldNotTell;
  }
  const unmet =
    report.objectives.find(({ verdict, bonus }) => verdict !== 'pass' && !bonus) ??
    report.objectives.find(({ verdict }) => verdict !== 'pass');
  const objective = challenge.objectives.find(({ id }) => id === unmet?.id);
  if (unmet === undefined || objective === undefined) {
    lab.out.write(`${t.allDone(challenge.title[lab.language])}\n`);
    await remember(lab, learnReport(report));
    return exitCode.ok;
  }
  if (unmet.verdict === 'unknown' && !unmet.bonus)
    throw new CouldNotTell(t.cannotTellObjective(tell(unmet.finding, challenge, lab.language)), {
      next: [unmet.next || t.seeDoctor],
    });
  writeHint(lab, challenge, objective, options.level, unmet.next);
  await rememberHint(lab, challenge, objective, options.level, learnReport(report));
  return exitCode.ok;
}

function rememberHint(
  lab: Lab,
  { id }: Challenge,
  objective: Objective,
  level: HintOptions['level'],
  learned: Progress,
): Promise<void> {
  return remember(lab, mergeProgress(learned, learnHint(id, objective.id, Number(level) as HintLevel, Date.now())));
}

function writeHint(
  lab: Lab,
  { number }: Challenge,
  objective: Objective,
  level: HintOptions['level'],
  command: string,
) {
  const t = commandMessages[lab.language];
  const text = { '1': objective.idea[lab.language], '2': objective.feature[lab.language], '3': command }[level];
  lab.out.write(
    `${t.hintFor(objective.title[lab.language])}\n${t.hintLevel[level]}: ${asTyped(text, lab.invocation)}\n`,
  );
  if (level !== '3') lab.err.write(`\n${t.moreHint(`lab hint ${number} --level ${Number(level) + 1}`)}\n`);
}
