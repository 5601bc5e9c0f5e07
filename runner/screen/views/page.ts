import type { Line } from '../../base/text/line.ts';
import { blank, cut, rule } from '../../base/text/line.ts';
import { pageLines, shownChallenge } from '../pages/rows.ts';
import type { State } from '../state.ts';
import { walkthroughMessages } from '../texts/screen.ts';
import { logsLines } from '../widgets/logs/view.ts';
import { tourLines, tourTitle } from '../widgets/tour/view.ts';
import { footerLine } from './footer.ts';
import { contentWidth, pageRows } from './layout.ts';
import { exactly } from './window.ts';

/** A page over the whole screen. */
export function pageView(state: State): Line[] {
  const t = walkthroughMessages[state.language];
  const width = contentWidth(state.size);
  const height = pageRows(state.size);
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
  const rows = [rule(title, width, right), blank, ...exactly(lines, pageRows(state.size)), blank, footerLine(state)];
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

function briefTitle(state: State): string {
  const challenge = shownChallenge(state);
  const t = walkthroughMessages[state.language];
  return challenge === undefined ? t.brief : `${t.brief} ${challenge.number} · ${challenge.title[state.language]}`;
}
