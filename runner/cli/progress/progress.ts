import type { Lab } from '../../app/lab.ts';
import { recall } from '../../app/remember.ts';
import { renderTable } from '../../app/table.ts';
import { type ExitCode, exitCode } from '../../base/errors.ts';
import type { Language } from '../../base/language.ts';
import type { Challenge } from '../../challenge/definition.ts';
import type { Progress } from '../../progress/progress.ts';
import { standingOf, totalOf } from '../../progress/standing.ts';
import { progressMessages } from '../../progress/texts/progress.ts';

/** `lab progress`: how far the learner has come, a line for each challenge. */
export async function showProgress(lab: Lab): Promise<ExitCode> {
  const t = progressMessages[lab.language];
  const progress = await recall(lab);
  const { done, all, earned, possible, spentMs } = totalOf(lab.challenges.map(one => standingOf(one, progress)));
  const time = spentMs === 0 ? [] : [timeText(spentMs, lab.language)];
  lab.out.write(`${progressTable(lab, progress)}\n${[t.total(done, all, earned, possible), ...time].join(', ')}\n`);
  lab.err.write(`${t.keptIn(lab.progress.file)}\n`);
  return exitCode.ok;
}

/** The table of some challenges, line ends included. */
export function progressTable(
  { language, challenges: all }: Pick<Lab, 'language' | 'challenges'>,
  progress: Progress,
  challenges: readonly Challenge[] = all,
): string {
  const t = progressMessages[language];
  const { number, title, state, points, objectives, hints, time } = t.columns;
  const rows = challenges.map(challenge => {
    const it = standingOf(challenge, progress);
    return [
      String(challenge.number),
      challenge.title[language],
      t.state[it.state],
      t.earned(it.earned, it.possible, it.bonus),
      t.ofAll(it.met, it.required),
      String(it.hints),
      timeText(it.spentMs, language),
    ];
  });
  return renderTable([[number, title, state, points, objectives, hints, time], ...rows]);
}

/** A time in milliseconds, for people: in minutes. */
export function timeText(spentMs: number, language: Language): string {
  const t = progressMessages[language];
  return spentMs === 0 ? t.noTime : t.time(Math.floor(spentMs / 60_000));
}
