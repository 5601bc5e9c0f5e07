import type { Line, Tone } from '../../../base/text/line.ts';
import { blank, cut, inline, lineWidth, span } from '../../../base/text/line.ts';
import { printable, textWidth } from '../../../base/text/width.ts';
import type { Challenge } from '../../../challenge/definition.ts';
import { marks } from '../../objectives.ts';
import type { State } from '../../state.ts';
import { wrapCommand } from '../../text/command.ts';
import { fieldView } from '../../text/field.ts';
import { wrap } from '../../text/wrap.ts';
import { spinner } from '../../views/spinner.ts';
import { noticeText } from './notice-text.ts';
import type { Tour, TourStep } from './state.ts';
import { firstUndone, turnedBy } from './steps.ts';
import { tourMessages } from './texts.ts';

const signs: Readonly<Record<TourStep['outcome'], { readonly sign: string; readonly tone: Tone }>> = {
  none: { sign: '·', tone: 'quiet' },
  running: { sign: '…', tone: 'accent' },
  done: { sign: marks.met, tone: 'good' },
  failed: { sign: marks.unmet, tone: 'bad' },
  earlier: { sign: marks.met, tone: 'quiet' },
};

/** All steps in a row, each with its sign, and how the one that is shown stands in words. */
export function stepStrip(state: State, tour: Tour, width: number): Line[] {
  const t = tourMessages[state.language];
  const steps = tour.steps.flatMap(({ outcome }, index): Line => {
    const { sign, tone } = signs[outcome];
    const isShown = index === tour.at;
    const drawn = outcome === 'running' ? spinner(state.frame) : sign;
    return [
      span(isShown ? '❯' : ' ', 'accent', true),
      span(`${drawn} `, tone),
      span(`${index + 1}  `, undefined, isShown),
    ];
  });
  const step = tour.steps[tour.at];
  const word = step === undefined ? [] : [span(` ${t.outcome[step.outcome]}`, signs[step.outcome].tone)];
  return [lineWidth([...steps, ...word]) > width ? cut(steps, width) : [...steps, ...word]];
}

/** What the step is for, and its command: in `height` rows at most, of which the command goes first. */
export function commandLines(state: State, challenge: Challenge, tour: Tour, width: number, height: number): Line[] {
  const t = tourMessages[state.language];
  const step = tour.steps[tour.at];
  const given = challenge.steps[tour.at];
  if (step === undefined || given === undefined) return [];
  const field = state.tour.editing;
  const command: Line[] =
    field === undefined
      ? drawn(step.command, width - 2).map((row, index): Line => [span(index === 0 ? '$ ' : '  ', 'quiet'), ...row])
      : [[span('$ ', 'quiet'), ...fieldView(field, width - 2)]];
  const mark: Line[] = step.command === given.command ? [] : [[span(`  (${t.edited})`, 'warn')]];
  const what = wrap(inline(given.what[state.language]), width);
  const air = what.length + 1 + command.length + mark.length <= height ? [blank] : [];
  const room = Math.max(1, height - command.length - mark.length - air.length);
  const told =
    what.length > room ? [...what.slice(0, room - 1), [...(what[room - 1] ?? []), span('…', 'quiet')]] : what;
  return [...told, ...air, ...command, ...mark].slice(0, height).map(line => cut(line, width));
}

function drawn(command: string, width: number): Line[] {
  return wrapCommand(command, width).flatMap(row =>
    textWidth(row) <= width ? [[span(row, 'accent', true)]] : wrap([span(row, 'accent', true)], width),
  );
}

/** How much is said about objectives that a step turned green: each in full, each in a row, or only how many. */
export type Detail = 'full' | 'rows' | 'count';

/** How the step ended, what it turned green, and what can be done next. */
export function afterStepLines(state: State, challenge: Challenge, tour: Tour, width: number, detail: Detail): Line[] {
  const t = tourMessages[state.language];
  const step = tour.steps[tour.at];
  const say = (text: string, tone?: Tone) => wrap(inline(text, tone), width);
  if (tour.notice !== undefined) {
    const keys = state.tour.editing === undefined ? [] : say(t.editKeys, 'quiet');
    return [...say(noticeText(state.language, tour.notice), 'warn'), ...keys];
  }
  if (state.tour.editing !== undefined) return say(t.editKeys, 'quiet');
  switch (step?.outcome) {
    case 'earlier':
      return [...say(t.earlier), ...goOn(state, tour, width)];
    case 'running': {
      const seconds = Math.max(0, Math.floor((state.now - step.since) / 1000));
      return say(`${spinner(state.frame)} ${t.running(step.since === 0 ? 0 : seconds)}. ${t.stop}`, 'accent');
    }
    case 'failed':
      return [...say(`${marks.unmet} ${howItEnded(state, step)}`, 'bad'), ...say(t.afterFailure)];
    case 'done':
      return [
        ...say(`${marks.met} ${howItEnded(state, step)}`, 'good'),
        ...turnedLines(state, challenge, tour, step, width, detail),
        ...goOn(state, tour, width),
      ];
    default:
      return tour.removed === undefined ? say(t.runIt) : removedLines(state, tour, width);
  }
}

function howItEnded(state: State, { exitCode, message }: TourStep): string {
  const t = tourMessages[state.language];
  if (message !== undefined) return `${t.refused}: ${printable(message)}`;
  return exitCode === undefined ? t.ended : t.exit(exitCode);
}

function turnedLines(
  state: State,
  challenge: Challenge,
  tour: Tour,
  step: TourStep,
  width: number,
  detail: Detail,
): Line[] {
  const t = tourMessages[state.language];
  const turned = turnedBy(state, challenge.id, step);
  const green = challenge.objectives.filter(({ id }) => turned.includes(id));
  if (green.length > 1 && detail === 'count')
    return wrap(inline(`${marks.met} ${t.turnedMany(green.length)}`, 'good'), width);
  const lines = green.flatMap(({ title, points, bonus }) => {
    const text = t.turned(title[state.language], `(${bonus ? '+' : ''}${points})`);
    const line = [span(`${marks.met} `, 'good', true), ...inline(text, 'good')];
    return detail === 'full' ? wrap(line, width) : [cut(line, width)];
  });
  if (lines.length > 0) return lines;
  const isLast = tour.at === tour.steps.length - 1;
  return wrap(inline(isLast ? t.turnedNoneLast : t.turnedNone, 'quiet'), width);
}

function goOn(state: State, tour: Tour, width: number): Line[] {
  const undone = tour.steps.findIndex(
    ({ outcome }, index) => index > tour.at && outcome !== 'done' && outcome !== 'earlier',
  );
  const next = undone === -1 ? firstUndone(tour) : undone;
  return next === -1 ? [] : wrap(inline(tourMessages[state.language].next(next + 1)), width);
}

function removedLines(state: State, { removed }: Tour, width: number): Line[] {
  const t = tourMessages[state.language];
  if (removed === undefined) return [];
  if (removed.length === 0) return wrap(inline(t.nothingToRemove), width);
  const names = removed.map(({ name }) => `\`${printable(name)}\``).join(', ');
  return [...wrap(inline(`${marks.met} ${t.removed} ${names}`, 'good'), width), ...wrap(inline(t.removedNext), width)];
}
