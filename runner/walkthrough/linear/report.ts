import type { Challenge } from '../../challenge/definition.ts';
import { walkthroughMessages } from '../../language/walkthrough.ts';
import { linearMessages } from '../../language/walkthrough-linear.ts';
import { reportPageMessages } from '../../language/walkthrough-report.ts';
import { tellReport } from '../../report/tell-report.ts';
import type { ToldObjective, ToldReport } from '../../report/told-report.ts';
import { shownReport } from '../report/place.ts';
import { awaited, standings } from '../report/standing.ts';
import { moment } from '../report/view.ts';
import type { State } from '../state.ts';
import { printable } from '../text/width.ts';
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
