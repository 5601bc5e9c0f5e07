import type { Line } from '../../base/text/line.ts';
import { blank, cut, inline, lineWidth, pad, rule, span } from '../../base/text/line.ts';
import { panelPlaces } from '../keys/key-bindings.ts';
import { allKeysOf } from '../keys/keymap.ts';
import { marks } from '../objectives.ts';
import type { Place } from '../place.ts';
import type { State } from '../state.ts';
import { markdown } from '../text/markdown.ts';
import { wrap } from '../text/wrap.ts';
import { walkthroughMessages } from '../texts/screen.ts';
import { doctorLines } from '../widgets/doctor/view.ts';
import { logsLines } from '../widgets/logs/view.ts';
import { reportLines } from '../widgets/report/view.ts';
import { tourLines, tourTitle } from '../widgets/tour/view.ts';
import { footerLine } from './footer.ts';
import { contentWidth, pageRows, pageWidth } from './layout.ts';
import { toneOf } from './objective-list.ts';
import { exactly } from './window.ts';

/** A page over the whole screen. */
export function pageView(state: State): Line[] {
  const t = walkthroughMessages[state.language];
  const width = contentWidth(state.size);
  const height = pageHeight(state);
  if (state.reading === 'logs') return framed(state, t.page.logs, '', logsLines(state, width, height));
  if (state.reading === 'tour') {
    const { title, right } = tourTitle(state);
    return framed(state, title, right, tourLines(state, width, height));
  }
  const lines = pageLines(state);
  const shown = lines.slice(state.scroll, state.scroll + height);
  const position = lines.length > height ? t.lines(state.scroll + 1, state.scroll + shown.length, lines.length) : '';
  return framed(state, titleOf(state), position, shown);
}

function framed(state: State, title: string, right: string, lines: readonly Line[]): Line[] {
  const width = contentWidth(state.size);
  const rows = [rule(title, width, right), blank, ...exactly(lines, pageHeight(state)), blank, footerLine(state)];
  return rows.map(line => cut(line, width));
}

function titleOf(state: State): string {
  const t = walkthroughMessages[state.language];
  switch (state.reading) {
    case 'help':
      return t.help;
    case 'report':
      return t.page.report;
    case 'doctor':
      return t.page.doctor;
    default:
      return briefTitle(state);
  }
}

/** How many lines of the page fit. */
export function pageHeight(state: State): number {
  return pageRows(state.size);
}

/** All of a page that scrolls by `state.scroll`. */
export function pageLines(state: State): Line[] {
  const width = pageWidth(state.size);
  const lines = contentOf(state, width);
  return lines.map(line => (line.length === 0 ? blank : [span('  '), ...line]));
}

function contentOf(state: State, width: number): Line[] {
  switch (state.reading) {
    case 'help':
      return helpLines(state, width);
    case 'report':
      return reportLines(state, width);
    case 'doctor':
      return doctorLines(state, width);
    default:
      return briefLines(state, width);
  }
}

function briefLines(state: State, width: number): Line[] {
  const challenge = reading(state);
  const brief = challenge === undefined ? undefined : state.briefs[challenge.id]?.[state.language];
  return brief === undefined ? [[span(walkthroughMessages[state.language].noBrief)]] : markdown(brief, width);
}

function briefTitle(state: State): string {
  const challenge = reading(state);
  const t = walkthroughMessages[state.language];
  return challenge === undefined ? t.brief : `${t.brief} ${challenge.number} · ${challenge.title[state.language]}`;
}

/** From the list, `b` shows the brief of the challenge under the cursor. */
function reading(state: State) {
  return state.attempt?.challenge ?? state.challenges[state.cursor];
}

function helpLines(state: State, width: number): Line[] {
  const t = walkthroughMessages[state.language];
  const sections =
    state.attempt === undefined ? sectionsOf(pagesOfHome) : [...panelSections(), ...sectionsOf(pagesOfChallenge)];
  const signs = (['met', 'unmet', 'waiting', 'unknown', 'blocked'] as const).map(
    (standing): Line => [...pad([span(marks[standing], toneOf[standing], true)], 8), span(t.state[standing])],
  );
  const text = t.helpText.flatMap((paragraph): Line[] => [...wrap(inline(paragraph), width), blank]);
  return [...text, ...signs, ...sections.flatMap(section => [blank, ...keyLines(state, section, width)])];
}

const pagesOfHome = ['home', 'brief', 'report', 'doctor'] as const;
const pagesOfChallenge = ['shell', 'logs', 'tour', 'report', 'brief', 'doctor'] as const;

interface Section {
  readonly place: Place | 'panels';
  readonly keys: ReturnType<typeof allKeysOf>;
}

function sectionsOf(places: readonly Place[]): Section[] {
  return places.map(place => ({ place, keys: allKeysOf(place) }));
}

/** What all parts of a challenge have in common is said once. */
function panelSections(): Section[] {
  const parts = sectionsOf(panelPlaces);
  const isCommon = ({ keys, label }: Section['keys'][number]) =>
    parts.every(part => part.keys.some(other => other.keys === keys && other.label === label));
  const common = (parts[0]?.keys ?? []).filter(isCommon);
  const own = parts.map(({ place, keys }) => ({ place, keys: keys.filter(key => !isCommon(key)) }));
  return [{ place: 'panels', keys: common }, ...own];
}

/** The keys of a part of the screen under its name, in as many columns as fit. */
function keyLines(state: State, { place, keys }: Section, width: number): Line[] {
  const t = walkthroughMessages[state.language];
  const names = keys.map(({ keys: key }): Line => [span(key, 'accent', true)]);
  const named = Math.max(6, ...names.map(lineWidth)) + 2;
  const cells = keys.map(({ label }, key): Line => [...pad(names[key] ?? blank, named), span(t.key[label])]);
  const column = Math.max(...cells.map(lineWidth)) + 3;
  const count = Math.max(1, Math.floor((width + 3) / column));
  const rows = Array.from({ length: Math.ceil(cells.length / count) }, (_, row) =>
    cells.slice(row * count, (row + 1) * count).flatMap(cell => pad(cell, column)),
  );
  return [[span(t.place[place], undefined, true)], ...rows];
}
