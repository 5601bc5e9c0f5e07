import { fitToShow } from '../../base/fit-to-show.ts';
import type { Language } from '../../base/language.ts';
import type { Challenge } from '../../challenge/definition.ts';
import { reportMessages } from '../../verdict/texts/report.ts';
import { gradeRunMessages } from '../texts/run.ts';
import { gradeRunsMessages } from '../texts/runs.ts';
import type { Run } from './run.ts';
import { type Change, runChanges } from './run-changes.ts';

/** What changed between two runs, in lines: student by student, objective by objective, and why. Pure. */
export function changeLines(
  before: Run | undefined,
  after: Run,
  { challenges, language }: { readonly challenges: readonly Challenge[]; readonly language: Language },
): string[] {
  const t = gradeRunsMessages[language];
  if (before === undefined) return [t.noEarlier];
  const changes = runChanges(before, after);
  const at = `${before.at.slice(0, 16).replace('T', ' ')} UTC`;
  if (changes.length === 0) return [t.noChanges(at)];
  const bySubmission = Map.groupBy(changes, ({ id }) => id.split(' · ')[0] ?? id);
  return [
    t.changes(at, bySubmission.size),
    ...[...bySubmission.values()].flatMap(those =>
      those.map(change => {
        const line = lineOf(change, challenges, language);
        return fitToShow(`${change.challenge === undefined ? '  ' : '    '}${line}`, { instead: ' ' });
      }),
    ),
  ];
}

function lineOf(change: Change, challenges: readonly Challenge[], language: Language): string {
  const t = gradeRunsMessages[language];
  const { id, from, to, why } = change;
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2, useGrouping: false });
  const word = (value: Change['from']) => (typeof value === 'number' ? number.format(value) : t.nobody);
  if (change.challenge === undefined) return `${id}: ${t.points(word(from), word(to))} (${t.why[why]})`;
  const challenge = challenges.find(one => one.id === change.challenge);
  const objective = challenge?.objectives.find(one => one.id === change.objective);
  const title = change.objective === undefined ? t.whole : (objective?.title[language] ?? change.objective);
  const said = (value: Change['from']) => saidOf(value, change.objective !== undefined, language);
  return `${challenge?.number ?? change.challenge} ${title}: ${said(from)} → ${said(to)} (${t.why[why]})`;
}

function saidOf(value: Change['from'], isVerdict: boolean, language: Language): string {
  if (value === undefined || typeof value === 'number') return gradeRunsMessages[language].notLooked;
  const words: Readonly<Record<string, string>> = isVerdict
    ? reportMessages[language].verdict
    : { ...gradeRunMessages[language].outcome, graded: gradeRunsMessages[language].ran };
  return words[value] ?? value;
}
