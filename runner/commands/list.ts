import type { Challenge } from '../challenge/definition.ts';
import { type ExitCode, exitCode } from '../errors.ts';
import { asTyped } from '../invocation.ts';
import { commandMessages } from '../language/commands.ts';
import type { Lab } from './lab.ts';
import { renderTable } from './table.ts';

/** `lab list`: the challenges and their points. */
export async function list(lab: Lab, options: { json?: boolean }): Promise<ExitCode> {
  lab.out.write(options.json === true ? `${JSON.stringify(asJson(lab), undefined, 2)}\n` : asText(lab));
  return exitCode.ok;
}

function asJson({ challenges, language }: Lab): unknown {
  return {
    schema: 'lab.list/1',
    challenges: challenges.map(challenge => ({
      number: challenge.number,
      id: challenge.id,
      title: challenge.title[language],
      summary: challenge.summary[language],
      ...pointsOf(challenge),
    })),
  };
}

function asText({ challenges, language, invocation }: Lab): string {
  const t = commandMessages[language];
  const rows = challenges.map(challenge => {
    const { points, bonus } = pointsOf(challenge);
    return [String(challenge.number), challenge.title[language], t.withBonus(points, bonus)];
  });
  const [first] = challenges;
  const next = first === undefined ? '' : `${asTyped(t.listNext(first.number), invocation)}\n`;
  return `${renderTable([[t.number, t.title, t.points], ...rows])}\n${next}`;
}

/** The full mark of a challenge, and what its bonus objectives add. */
function pointsOf({ objectives }: Challenge): { points: number; bonus: number } {
  const sum = (bonus: boolean) =>
    objectives.filter(objective => objective.bonus === bonus).reduce((total, { points }) => total + points, 0);
  return { points: sum(false), bonus: sum(true) };
}
