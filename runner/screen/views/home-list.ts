import type { Line, Span } from '../../base/text/line.ts';
import { blank, cut, inline, span, spread } from '../../base/text/line.ts';
import { textWidth } from '../../base/text/width.ts';
import type { Challenge } from '../../challenge/definition.ts';
import { type Standing, standingOf } from '../../progress/standing.ts';
import { progressMessages } from '../../progress/texts/progress.ts';
import { marks } from '../objectives.ts';
import type { State } from '../state.ts';
import { hang, wrap } from '../text/wrap.ts';
import { bar } from './bar.ts';
import { spentText } from './spent.ts';

/** From this many columns on, all of a challenge's progress stands in one row. */
const wideFrom = 84;
const barWidth = 10;

/** How much is said of each challenge, from the most to the least. */
const densities = ['whole', 'airy', 'close', 'bare'] as const;
type Density = (typeof densities)[number];

/**
 * The challenges as rows, with all that fits `room`; and the row that has to be seen. Where not even the least of each
 * fits, there are more rows than there is room.
 */
export function homeList(state: State, width: number, room: number): { lines: Line[]; at: number } {
  const lists = densities.map(density => listed(state, width, density));
  return lists.find(({ lines }) => lines.length <= room) ?? lists.at(-1) ?? { lines: [], at: 0 };
}

function listed(state: State, width: number, density: Density): { lines: Line[]; at: number } {
  const lines: Line[] = [];
  let at = 0;
  state.challenges.forEach((challenge, index) => {
    if (index === state.cursor) at = lines.length;
    lines.push(...entry(state, challenge, index === state.cursor, width, density));
    const isLast = index === state.challenges.length - 1;
    if (!isLast && (density === 'whole' || density === 'airy')) lines.push(blank);
  });
  return { lines, at };
}

function entry(state: State, challenge: Challenge, current: boolean, width: number, density: Density): Line[] {
  const standing = standingOf(challenge, state.progress.known);
  const isWide = width >= wideFrom;
  const title: Line = [
    span(current ? '❯ ' : '  ', 'accent', true),
    span(String(challenge.number).padEnd(3), 'accent', true),
    span(challenge.title[state.language], undefined, true),
  ];
  const head = spread(title, isWide ? wideProgress(state, standing) : scored(state, standing), width);
  const summary = inline(challenge.summary[state.language], 'quiet');
  const stands = [stateSpan(state, standing), ...timeSpans(state, standing, ' · '), span(' · ', 'quiet')];
  const below: Line = isWide ? summary : [...stands, ...summary];
  if (density === 'bare') return [head];
  if (density === 'whole') return [head, ...hang([], 5, wrap(below, width - 5))];
  return [head, [span('     '), ...cut(below, width - 5)]];
}

/** State, time, bar and points, each in a column of its own. */
function wideProgress(state: State, standing: Standing): Line {
  const t = progressMessages[state.language];
  const states = Math.max(...Object.values(t.state).map(textWidth)) + 2;
  return [
    padded(stateSpan(state, standing, '  '), states),
    ...timeSpans(state, standing, '  ', 10),
    span('  '),
    ...scored(state, standing),
  ];
}

function scored(state: State, { earned, possible, bonus, state: stands }: Standing): Line {
  const t = progressMessages[state.language];
  return [
    ...bar(earned, possible, barWidth, stands === 'done'),
    padded(span(` ${t.earned(earned, possible, bonus)}`, stands === 'done' ? 'good' : undefined), 12),
  ];
}

/** In a sign and a word; `none` stands for the sign where there is none. */
function stateSpan(state: State, { state: stands }: Standing, none = ''): Span {
  const words = progressMessages[state.language].state[stands];
  if (stands === 'done') return span(`${marks.met} ${words}`, 'good');
  return stands === 'begun' ? span(`▸ ${words}`, 'accent') : span(`${none}${words}`, 'quiet');
}

function timeSpans(state: State, { spentMs }: Standing, gap: string, width = 0): Span[] {
  const text = spentMs === 0 ? '' : spentText(spentMs, state.language);
  if (width === 0 && text === '') return [];
  return [span(gap), span(text.padStart(width))];
}

function padded(part: Span, width: number): Span {
  return { ...part, text: part.text + ' '.repeat(Math.max(0, width - textWidth(part.text))) };
}
