import type { Challenge } from '../../challenge/definition.ts';
import { walkthroughMessages } from '../../language/walkthrough.ts';
import { allRequiredPassed } from '../../report/report.ts';
import { engineLine } from '../doctor/engine-line.ts';
import { marks } from '../objectives.ts';
import type { State } from '../state.ts';
import type { Line } from '../text/line.ts';
import { blank, cut, inline, span, spread } from '../text/line.ts';
import { hang, wrap } from '../text/wrap.ts';
import { footerLine } from './footer.ts';
import { scoreText } from './header.ts';
import { contentWidth } from './layout.ts';
import { shipLines } from './ship.ts';
import { around, exactly } from './window.ts';

const readable = 96;

/** The list of challenges. */
export function homeView(state: State): Line[] {
  const t = walkthroughMessages[state.language];
  const width = contentWidth(state.size);
  const top: Line[] = [
    blank,
    [span('  '), span('Estaleiro', 'accent', true), span(` · ${t.tagline}`)],
    blank,
    ...indented(wrap(inline(t.pickOne, 'quiet'), Math.min(readable, width - 4))),
    blank,
  ];
  const room = state.size.rows - top.length - 2;
  const { lines, at } = challengeLines(state, Math.min(readable, width - 2));
  const ship = shipLines(state);
  const withShip = room - lines.length >= ship.length + 1 && width >= 76;
  const list = around(lines, at, room);
  const drawing = withShip ? [...exactly([], room - list.length - ship.length), ...ship] : [];
  return [
    ...exactly([...top, ...list, ...drawing], state.size.rows - 2),
    engineLine(state) ?? blank,
    footerLine(state),
  ].map(line => cut(line, width));
}

function challengeLines(state: State, width: number): { lines: Line[]; at: number } {
  const lines: Line[] = [];
  let at = 0;
  state.challenges.forEach((challenge, index) => {
    if (index === state.cursor) at = lines.length + 1;
    lines.push(...challengeEntry(state, challenge, index === state.cursor, width), blank);
  });
  return { lines, at };
}

function challengeEntry(state: State, challenge: Challenge, current: boolean, width: number): Line[] {
  const t = walkthroughMessages[state.language];
  const report = state.reports[challenge.id];
  const passed = report !== undefined && allRequiredPassed(report);
  const possible = challenge.objectives.reduce((sum, one) => sum + (one.bonus ? 0 : one.points), 0);
  const head = spread(
    [
      span(current ? '❯ ' : '  ', 'accent', true),
      span(`${challenge.number} `, 'accent', true),
      span(` ${challenge.title[state.language]}`, undefined, true),
    ],
    passed
      ? [span(`${marks.met} ${t.done} · ${scoreText(state, challenge.id)}`, 'good')]
      : [
          span(
            report === undefined
              ? `${scoreText(state, challenge.id)} · ${t.points(possible)}`
              : scoreText(state, challenge.id),
            'quiet',
          ),
        ],
    width,
  );
  return [head, ...hang([], 5, wrap(inline(challenge.summary[state.language], 'quiet'), width - 5))];
}

function indented(lines: readonly Line[]): Line[] {
  return lines.map(line => [span('  '), ...line]);
}
