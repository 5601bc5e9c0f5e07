import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Lab } from '../../app/lab.ts';
import { type ExitCode, exitCode, messageOf, UsageError } from '../../base/errors.ts';
import type { Challenge } from '../../challenge/definition.ts';
import { problemLine } from '../../format/problem-line.ts';
import { mergeProgress } from '../../progress/merge.ts';
import { parseProgress } from '../../progress/parse-progress.ts';
import { noProgress, type Progress, progressOf } from '../../progress/progress.ts';
import { type ProgressMessages, progressMessages } from '../../progress/texts/progress.ts';
import { differences } from './differences.ts';
import { savedOrThrow, tellBackup } from './saved.ts';

/** How many things that are wrong with a file are told. */
const maxProblems = 5;

/**
 * `lab progress import FILE`: adds what is in the file to what there is, or puts it in its place with `replace`; what there
 * was is kept beside. `-` is standard input. Throws UsageError when the file is not wholly sound; then nothing changes.
 */
export async function importProgress(
  lab: Lab,
  file: string,
  { replace = false }: { replace?: boolean } = {},
): Promise<ExitCode> {
  const t = progressMessages[lab.language];
  const given = soundProgress(lab, await readGiven(lab, file), file === '-' ? t.standardInput : file);
  let before = noProgress;
  const change = (saved: Progress) => {
    before = saved;
    const language = saved.language ?? given.language;
    return replace ? given : mergeProgress(saved, { ...given, language }, 'longest');
  };
  const kept = await savedOrThrow(lab, await lab.progress.update(change, { backup: 'import' }));
  const lines = differences(before, kept.progress, lab.challenges, lab.language);
  if (lines.length === 0) lab.out.write(`${t.nothingNew}\n`);
  else lab.out.write(`${replace ? t.replaced : t.imported}\n${lines.map(line => `  ${line}\n`).join('')}`);
  tellBackup(lab, kept);
  return exitCode.ok;
}

async function readGiven(lab: Lab, file: string): Promise<string> {
  if (file === '-') return lab.readInput();
  const target = resolve(lab.cwd, file);
  try {
    return await readFile(target, 'utf8');
  } catch (error) {
    throw new UsageError(progressMessages[lab.language].cannotRead(target), { why: messageOf(error) });
  }
}

function soundProgress({ language, challenges }: Lab, text: string, name: string): Progress {
  const t = progressMessages[language];
  const parsed = parseProgress(text);
  if (parsed.kind === 'newer') throw new UsageError(t.fromNewer(name, parsed.schema), { next: [t.updateLab] });
  const problems =
    parsed.kind === 'damaged'
      ? parsed.problems.map(problem => problemLine(problem, language))
      : challenges.flatMap(challenge => impossiblePoints(challenge, parsed.progress, t));
  if (parsed.kind === 'progress' && problems.length === 0) return parsed.progress;
  const more = problems.length - maxProblems;
  const told = [...problems.slice(0, maxProblems), ...(more > 0 ? [t.moreProblems(more)] : [])];
  throw new UsageError(t.notProgress(name), { why: told.join('\n') });
}

function impossiblePoints({ id, objectives }: Challenge, progress: Progress, t: ProgressMessages): string[] {
  const { best } = progressOf(progress, id);
  return [false, true].flatMap(bonus => {
    const most = objectives.filter(one => one.bonus === bonus).reduce((sum, one) => sum + one.points, 0);
    const points = bonus ? best.bonus : best.earned;
    return points > most ? [t.tooManyPoints(id, points, most)] : [];
  });
}
