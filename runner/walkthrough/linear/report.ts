import { walkthroughMessages } from '../../language/walkthrough.ts';
import { linearMessages } from '../../language/walkthrough-linear.ts';
import { shownReport } from '../report/place.ts';
import { reportPage } from '../report/view.ts';
import type { State } from '../state.ts';
import { spoken, unbounded } from './spoken.ts';
import type { Statement } from './statement.ts';
import { say } from './statement.ts';

/** The last verdicts, once through; then the objective that the learner goes to. */
export function reportStatements(state: State): Statement[] {
  const t = linearMessages[state.language];
  const { lines, starts } = reportPage(state, unbounded);
  const all = spoken(lines, t).join('\n');
  const at = shownReport(state).starts.findLastIndex(start => start <= state.scroll);
  const section = at < 0 ? [] : spoken(lines.slice(starts[at], starts[at + 1] ?? lines.length), t);
  return [
    say('title', walkthroughMessages[state.language].page.report, { when: 'again' }),
    say('all', all, { when: 'once' }),
    // While the page is read through for the first time, there is no objective that was gone to.
    ...(state.scroll === 0
      ? []
      : section.map((text, index) => say(`section:${index}`, text, { version: `${at} ${text}` }))),
  ];
}
