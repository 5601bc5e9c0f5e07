import type { Line } from '../../base/text/line.ts';
import { blank, span } from '../../base/text/line.ts';
import type { Challenge } from '../../challenge/definition.ts';
import type { State } from '../state.ts';
import { markdown } from '../text/markdown.ts';
import { walkthroughMessages } from '../texts/screen.ts';
import { pageWidth } from '../views/layout.ts';
import { doctorLines } from '../widgets/doctor/rows.ts';
import { reportLines } from '../widgets/report/rows.ts';
import { helpLines } from './help.ts';

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
  const challenge = shownChallenge(state);
  const brief = challenge === undefined ? undefined : state.briefs[challenge.id]?.[state.language];
  return brief === undefined ? [[span(walkthroughMessages[state.language].noBrief)]] : markdown(brief, width);
}

/** The challenge that the page is about: the open one, or on the list the one under the cursor. */
export function shownChallenge(state: State): Challenge | undefined {
  return state.attempt?.challenge ?? state.challenges[state.cursor];
}
