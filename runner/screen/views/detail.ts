import type { Line } from '../../base/text/line.ts';
import { blank, cut, rule } from '../../base/text/line.ts';
import { openQuestion } from '../detail/question.ts';
import { detailBody, detailHeight, pinnedLines } from '../detail/rows.ts';
import { focused, marks } from '../objectives.ts';
import type { Attempt, State } from '../state.ts';
import { walkthroughMessages } from '../texts/screen.ts';
import { troubleWords } from '../trouble-words.ts';
import { layoutOf } from './layout.ts';
import { exactly } from './window.ts';

/** The heading and the text about the objective in focus, exactly as high as the layout says, heading included. */
export function detailView(state: State, attempt: Attempt): Line[] {
  const t = walkthroughMessages[state.language];
  const layout = layoutOf(attempt.challenge, state.size, state.shell);
  const objective = focused(attempt);
  const body = detailBody(state, attempt);
  const pinned = pinnedLines(state, attempt);
  const room = detailHeight(state);
  const shown = body.slice(state.scroll, state.scroll + room);
  const below = body.length - state.scroll - shown.length;
  const hidden = state.scroll > 0 || below > 0 ? `${t.more(state.scroll, below)} · PgUp PgDn` : '';
  const title = headingOf(state, attempt) ?? objective?.title[state.language];
  const gap = layout.detail - shown.length - pinned.length > 1 && pinned.length > 0 && layout.roomy ? [blank] : [];
  return [
    rule(title ?? `${marks.met} ${t.allMet}`, layout.main, hidden),
    ...(layout.roomy ? [blank] : []),
    ...exactly([...shown, ...gap, ...pinned], layout.detail),
  ].map(line => cut(line, layout.main));
}

/** The heading where the details are about no objective. */
function headingOf(state: State, attempt: Attempt): string | undefined {
  if (attempt.trouble === undefined) return openQuestion(state, attempt, state.size.columns)?.title;
  return `${marks.unknown} ${troubleWords(attempt.trouble, state.language).title}`;
}
