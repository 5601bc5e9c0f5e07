import { printable } from '../../base/text/width.ts';
import type { Challenge } from '../../challenge/definition.ts';
import { tellReport } from '../../verdict/tell-report.ts';
import type { ToldObjective, ToldReport } from '../../verdict/told-report.ts';
import type { State } from '../state.ts';
import { linearMessages } from '../texts/linear.ts';
import { walkthroughMessages } from '../texts/screen.ts';
import { shownReport } from '../widgets/report/place.ts';
import { moment } from '../widgets/report/rows.ts';
import { awaited, standings } from '../widgets/report/standing.ts';
import { reportPageMessages } from '../widgets/report/texts.ts';
import { spokenText } from './spoken.ts';
import type { Statement } from './statement.ts';
import { say, sentence } from './statement.ts';

/** The last verdicts, once through; then the objective that the learner goes to. */
export function reportStatements(state: State): Statement[] {
  const own = reportPageMessages[state.language];
  const t = linearMessages[state.language];
  const challenge = state.attempt?.challenge ?? state.challenges[state.cursor];
  const last = challenge === undefined ? undefined : state.reports[challenge.id];
  const title = say('title', sentence(walkthroughMessages[state.language].page.report), { when: 'again' });
  if (challenge === undefined || last === undefined)
    return [title, say('none', `${sentence(own.none)} ${own.noneText}`)];
  const report = tellReport(last, challenge, state.language);
  const { earned, possible, bonus } = report.score;
  const head = [
    sentence(t.challengeOf(challenge.number, state.challenges.length, challenge.title[state.language])),
    sentence(t.score(earned, possible, bonus), own.madeAt(...moment(report.at))),
  ];
  const sections = report.objectives.map(objective => objectiveWords(state, challenge, report, objective));
  const at = shownReport(state).starts.findLastIndex(start => start <= state.scroll);
  const section = state.scroll === 0 ? undefined : sections[at];
  return [
    title,
    say('all', [...head, ...sections].join('\n'), { when: 'once' }),
    // It is said when it is gone to, not when its verdict says something else than before.
    ...(section === undefined ? [] : [say('section', section, { version: `${at}` })]),
  ];
}

function objectiveWords(state: State, challenge: Challenge, report: ToldReport, objective: ToldObjective): string {
  const t = walkthroughMessages[state.language];
  const own = linearMessages[state.language];
  const waits = awaited(challenge, report, objective).join('; ');
  const parts: [string, string][] = [
    [t.observed, objective.observed],
    [reportPageMessages[state.language].waitsFor, waits],
    [t.expected, objective.expected],
    [t.why, objective.why],
  ];
  const number = report.objectives.indexOf(objective) + 1;
  return [
    sentence(
      own.objectiveOf(number, report.objectives.length, objective.title),
      t.state[standings[objective.verdict]],
      own.points(objective.points, objective.bonus),
    ),
    ...parts.flatMap(([label, text]) =>
      text === '' ? [] : [`${label}: ${sentence(spokenText(text.replaceAll('`', ''), own))}`],
    ),
    ...(objective.next === '' ? [] : [`${t.next}: ${printable(objective.next)}`]),
  ].join('\n');
}
