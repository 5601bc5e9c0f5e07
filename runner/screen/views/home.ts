import type { Line } from '../../base/text/line.ts';
import { blank, cut, inline, span } from '../../base/text/line.ts';
import { standingOf, totalOf } from '../../progress/standing.ts';
import { progressMessages } from '../../progress/texts/progress.ts';
import type { State } from '../state.ts';
import { wrap } from '../text/wrap.ts';
import { homeMessages } from '../texts/home.ts';
import { walkthroughMessages } from '../texts/screen.ts';
import { engineLine } from '../widgets/doctor/engine-line.ts';
import { bar } from './bar.ts';
import { footerLine } from './footer.ts';
import { homeList } from './home-list.ts';
import { contentWidth, readable } from './layout.ts';
import { shipLines } from './ship.ts';
import { spentText } from './spent.ts';
import { around, exactly } from './window.ts';

const totalBar = 20;
/** Rows of what is said above the list: the list has to be seen, too. */
const maxSaid = 4;

/** The list of challenges, and how far the learner has come. */
export function homeView(state: State): Line[] {
  const width = contentWidth(state.size);
  const top = topLines(state, width);
  const room = state.size.rows - top.length - 2;
  const { lines, at } = homeList(state, Math.min(readable, width - 2), room);
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

/** Name, the whole of the progress, and what to do; closer together where the terminal is low. */
function topLines(state: State, width: number): Line[] {
  const t = walkthroughMessages[state.language];
  const isLow = state.size.rows < 22;
  const air = isLow ? [] : [blank];
  const inner = Math.min(readable, width - 4);
  const said = [...welcome(state), ...troubles(state)].flatMap(line => wrap(line, inner));
  return [
    ...air,
    [span('  '), span('Estaleiro', 'accent', true), span(` · ${t.tagline}`)],
    [span('  '), ...totalLine(state, width < 72 ? totalBar / 2 : totalBar)],
    ...air,
    ...indented(said.slice(0, maxSaid)),
    ...(state.size.rows < 20 ? [] : [blank]),
  ];
}

function totalLine(state: State, barWidth: number): Line {
  const t = homeMessages[state.language];
  const total = totalOf(state.challenges.map(one => standingOf(one, state.progress.known)));
  const isDone = total.done === total.all;
  return [
    ...bar(total.earned, total.possible, barWidth, isDone),
    span(` ${t.total(total.done, total.all, total.earned, total.possible)}`, undefined, true),
    ...(total.bonus > 0 ? [span(` +${total.bonus}`, 'good', true)] : []),
    ...(total.spentMs > 0 ? [span(` · ${spentText(total.spentMs, state.language)}`)] : []),
  ];
}

/** What to do here; once all is done, that it is. */
function welcome(state: State): Line[] {
  const t = homeMessages[state.language];
  const standings = state.challenges.map(one => standingOf(one, state.progress.known));
  const { done, all, earned, bonus } = totalOf(standings);
  if (done < all || all === 0) {
    return [inline(standings.every(one => one.state === 'new') ? t.pickOne : t.goOn, 'quiet')];
  }
  const left = standings.reduce((sum, one) => sum + one.possibleBonus, 0) - bonus;
  return [inline(t.allDone(all, earned + bonus), 'good'), inline(left > 0 ? t.bonusLeft(left) : t.noBonusLeft, 'good')];
}

function troubles(state: State): Line[] {
  const t = homeMessages[state.language];
  return state.progress.troubles.map(trouble =>
    inline(
      trouble.kind === 'set-aside'
        ? t.setAside(trouble.file, trouble.why)
        : t.notSaved(progressMessages[state.language].reason(trouble.reason)),
      'warn',
    ),
  );
}

function indented(lines: readonly Line[]): Line[] {
  return lines.map(line => [span('  '), ...line]);
}
