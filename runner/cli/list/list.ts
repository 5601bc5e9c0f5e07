import { asTyped } from '../../app/invocation.ts';
import type { Lab } from '../../app/lab.ts';
import { recall } from '../../app/remember.ts';
import { renderTable } from '../../app/table.ts';
import { commandMessages } from '../../app/texts/commands.ts';
import { type ExitCode, exitCode } from '../../base/errors.ts';
import type { Progress } from '../../progress/progress.ts';
import { standingOf } from '../../progress/standing.ts';
import { progressMessages } from '../../progress/texts/progress.ts';
import { timeText } from '../progress/progress.ts';

/** `lab list`: the challenges, their points, and how the learner stands with each. */
export async function list(lab: Lab, options: { json?: boolean }): Promise<ExitCode> {
  const progress = await recall(lab);
  lab.out.write(
    options.json === true ? `${JSON.stringify(asJson(lab, progress), undefined, 2)}\n` : asText(lab, progress),
  );
  return exitCode.ok;
}

function asJson({ challenges, language }: Lab, progress: Progress): unknown {
  return {
    schema: 'lab.list/1',
    challenges: challenges.map(challenge => {
      const { possible, possibleBonus, ...standing } = standingOf(challenge, progress);
      return {
        number: challenge.number,
        id: challenge.id,
        title: challenge.title[language],
        summary: challenge.summary[language],
        points: possible,
        bonus: possibleBonus,
        progress: { ...standing, completedAt: standing.completedAt ?? null },
      };
    }),
  };
}

function asText({ challenges, language, invocation }: Lab, progress: Progress): string {
  const t = commandMessages[language];
  const { state, columns } = progressMessages[language];
  const rows = challenges.map(challenge => {
    const it = standingOf(challenge, progress);
    return [
      String(challenge.number),
      challenge.title[language],
      t.withBonus(it.possible, it.possibleBonus),
      state[it.state],
      it.state === 'new' ? '' : t.withBonus(it.earned, it.bonus),
      it.spentMs === 0 ? '' : timeText(it.spentMs, language),
    ];
  });
  const first = challenges.find(one => standingOf(one, progress).state !== 'done');
  const next = first === undefined ? '' : `${asTyped(t.listNext(first.number), invocation)}\n`;
  return `${renderTable([[t.number, t.title, t.points, columns.state, t.earned, columns.time], ...rows])}\n${next}`;
}
