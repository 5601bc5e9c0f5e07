import { walkthroughMessages } from '../../language/walkthrough.ts';
import { allKeysOf } from '../keymap.ts';
import { marks } from '../objectives.ts';
import type { State } from '../state.ts';
import type { Line } from '../text/line.ts';
import { blank, cut, inline, pad, rule, span } from '../text/line.ts';
import { markdown } from '../text/markdown.ts';
import { wrap } from '../text/wrap.ts';
import { footerLine } from './footer.ts';
import { contentWidth } from './layout.ts';
import { toneOf } from './objective-list.ts';
import { exactly } from './window.ts';

const readable = 96;

/** The brief or the help, over the whole screen. */
export function pageView(state: State): Line[] {
  const t = walkthroughMessages[state.language];
  const width = contentWidth(state.size);
  const lines = pageLines(state);
  const height = pageHeight(state);
  const shown = lines.slice(state.scroll, state.scroll + height);
  const position = lines.length > height ? t.lines(state.scroll + 1, state.scroll + shown.length, lines.length) : '';
  const title = state.reading === 'help' ? t.help : briefTitle(state);
  return [rule(title, width, position), blank, ...exactly(shown, height), blank, footerLine(state)].map(line =>
    cut(line, width),
  );
}

/** How many lines of the page fit. */
export function pageHeight(state: State): number {
  return state.size.rows - 4;
}

/** All of the page. */
export function pageLines(state: State): Line[] {
  const width = Math.min(readable, contentWidth(state.size) - 4);
  const lines = state.reading === 'help' ? helpLines(state, width) : briefLines(state, width);
  return lines.map(line => (line.length === 0 ? blank : [span('  '), ...line]));
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
  const place = state.attempt === undefined ? 'home' : 'challenge';
  const keys = allKeysOf(place).map(
    ({ keys: key, label }): Line => [...pad([span(key, 'accent', true)], 8), span(t.key[label])],
  );
  const signs = (['met', 'unmet', 'waiting', 'unknown', 'blocked'] as const).map(
    (standing): Line => [...pad([span(marks[standing], toneOf[standing], true)], 8), span(t.state[standing])],
  );
  const text = t.helpText.flatMap((paragraph): Line[] => [...wrap(inline(paragraph), width), blank]);
  return [...text, ...keys, blank, ...signs];
}
