import type { Line } from '../../../base/text/line.ts';
import { blank, inline, lineWidth, span, spread } from '../../../base/text/line.ts';
import { printable, textWidth } from '../../../base/text/width.ts';
import type { Challenge } from '../../../challenge/definition.ts';
import { progressOf } from '../../../progress/progress.ts';
import { tellReport } from '../../../verdict/tell-report.ts';
import type { ToldObjective, ToldReport } from '../../../verdict/told-report.ts';
import { marks, toneOf } from '../../objectives.ts';
import type { State } from '../../state.ts';
import { wrapCommand } from '../../text/command.ts';
import { hang, wrap, wrapText } from '../../text/wrap.ts';
import { walkthroughMessages } from '../../texts/screen.ts';
import { awaited, standings } from './standing.ts';
import { reportPageMessages } from './texts.ts';

/** The page, and on which of its lines each objective begins. */
export interface ReportPage {
  readonly lines: readonly Line[];
  readonly starts: readonly number[];
}

const indent = 2;

/** All of the page: observed, expected, why and next of every objective. It scrolls by `state.scroll`. */
export function reportLines(state: State, width: number): Line[] {
  return [...reportPage(state, width).lines];
}

/** The page with the last verdicts on the challenge that is open, or under the cursor. */
export function reportPage(state: State, width: number): ReportPage {
  const challenge = state.attempt?.challenge ?? state.challenges[state.cursor];
  const report = challenge === undefined ? undefined : state.reports[challenge.id];
  if (challenge === undefined || report === undefined) return { lines: emptyPage(state, challenge, width), starts: [] };
  const told = tellReport(report, challenge, state.language);
  const lines: Line[] = headLines(state, challenge, told, width);
  const starts: number[] = [];
  for (const objective of told.objectives) {
    lines.push(blank);
    starts.push(lines.length);
    lines.push(...objectiveLines(state, challenge, told, objective, width));
  }
  return { lines, starts };
}

function emptyPage(state: State, challenge: Challenge | undefined, width: number): Line[] {
  const t = reportPageMessages[state.language];
  const title = challenge === undefined ? [] : [...titleLines(state, challenge, width), blank];
  return [...title, [span(t.none, undefined, true)], ...wrap([span(t.noneText)], width)];
}

/** Which challenge, the score, when it was checked, and who plays which part. */
function headLines(state: State, challenge: Challenge, report: ToldReport, width: number): Line[] {
  const t = reportPageMessages[state.language];
  const { earned, possible, bonus } = report.score;
  const required = report.objectives.filter(objective => !objective.bonus);
  const met = required.filter(({ verdict }) => verdict === 'pass').length;
  const { spentMs } = progressOf(state.progress.known, challenge.id);
  const facts = [
    t.madeAt(...moment(report.at)),
    ...(spentMs === 0 ? [] : [t.spent(Math.floor(spentMs / 60_000))]),
    `Docker ${report.engine.version}`,
    report.engine.source,
  ];
  const players = report.bindings.flatMap(({ title, name }) => (name === undefined ? [] : [t.plays(title, name)]));
  return [
    ...titleLines(state, challenge, width),
    ...wrap(
      [
        span(t.score(earned, possible, bonus), met === required.length ? 'good' : 'accent', true),
        span(` · ${t.metOf(met, required.length)}`),
      ],
      width,
    ),
    ...wrap([span(facts.join(' · '), 'quiet')], width),
    ...(players.length === 0 ? [] : wrap([span(printable(players.join(' · ')), 'quiet')], width)),
  ];
}

function titleLines(state: State, challenge: Challenge, width: number): Line[] {
  return wrap([span(`${challenge.number} · ${challenge.title[state.language]}`, undefined, true)], width);
}

function objectiveLines(
  state: State,
  challenge: Challenge,
  report: ToldReport,
  objective: ToldObjective,
  width: number,
): Line[] {
  const t = walkthroughMessages[state.language];
  const own = reportPageMessages[state.language];
  const standing = standings[objective.verdict];
  const waits = awaited(challenge, report, objective);
  const parts: [string, string][] = [
    [t.observed, objective.observed],
    ...(waits.length === 0 ? [] : [[own.waitsFor, waits.join('; ')] satisfies [string, string]]),
    [t.expected, objective.expected],
    [t.why, objective.why],
  ];
  const worth = objective.bonus ? t.bonusPoints(objective.points) : t.points(objective.points);
  const checking =
    state.attempt?.pending.includes(objective.id) === true ? [span(` · ${own.stillChecking}`, 'quiet')] : [];
  const sign: Line = [span(`${marks[standing]} `, toneOf[standing], true)];
  const title: Line = [span(objective.title, undefined, true)];
  const stands: Line = [span(t.state[standing], toneOf[standing]), ...checking, span(` · ${worth}`, 'quiet')];
  const fits = lineWidth(sign) + lineWidth(title) + lineWidth(stands) < width;
  const head = fits
    ? [spread([...sign, ...title], stands, width)]
    : [...hang(sign, indent, wrap(title, width - indent)), [span(' '.repeat(indent)), ...stands]];
  const column = Math.max(...[t.observed, t.expected, t.why, t.next, own.waitsFor].map(textWidth)) + 2;
  const room = width - indent - column;
  const body = parts
    .filter(([, words]) => words !== '')
    .flatMap(([label, words]) =>
      hang(
        [span(label, 'quiet')],
        column,
        wrapText(printable(words), room, part => inline(part)),
      ),
    );
  const next =
    objective.next === '' ? [] : hang([span(t.next, undefined, true)], column, commandLines(objective.next, room));
  return [...head, ...[...body, ...next].map(line => [span(' '.repeat(indent)), ...line])];
}

function commandLines(command: string, room: number): Line[] {
  return wrapCommand(command, room - 2).flatMap((row, index) => {
    const line: Line = [span(index === 0 ? '$ ' : '  ', 'quiet'), span(row, 'accent', true)];
    return lineWidth(line) <= room ? [line] : wrap(line, room);
  });
}

/** The time of day, and the day, as they are written everywhere. */
export function moment(at: string): [string, string] {
  const date = new Date(at);
  const two = (number: number) => String(number).padStart(2, '0');
  return [
    `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`,
    `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`,
  ];
}
