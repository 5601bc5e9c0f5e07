import type { Line } from '../../../base/text/line.ts';
import { blank, cut, span } from '../../../base/text/line.ts';
import type { Attempt, State } from '../../state.ts';
import { wrap } from '../../text/wrap.ts';
import { exactly } from '../../views/window.ts';
import { lastRows } from './rows.ts';
import { commandLogMessages } from './texts.ts';

/**
 * What changed on the engine, and the docker commands that make such changes, the newest at the bottom: exactly so many
 * lines, without a heading.
 */
export function commandLogLines(state: State, attempt: Attempt, width: number, height: number): Line[] {
  const t = commandLogMessages[state.language];
  if (attempt.log.length === 0) {
    const said = wrap([span(t.quiet, 'quiet')], width - 2).map((line): Line => [span('  '), ...line]);
    return exactly(said, height);
  }
  const { back } = state.commands;
  const all = lastRows(state, attempt, width, height + back);
  const fits = all.complete && all.rows.length <= height;
  if (fits) {
    const legend = legendLines(t.like, width);
    const room = height - all.rows.length;
    return exactly([...all.rows, ...(room > legend.length ? [blank, ...legend] : [])], height);
  }
  const room = Math.max(1, height - 1);
  const end = all.rows.length - Math.min(back, Math.max(0, all.rows.length - room));
  const shown = all.rows.slice(Math.max(0, end - room), end);
  const above = all.complete ? Math.max(0, end - room) : end - room + hiddenRows(attempt, all.entries);
  const more = [span(`  ${t.more(above, all.rows.length - end)} · ${t.like}`, 'quiet')];
  return exactly([...shown, more], height).map(line => cut(line, width));
}

function legendLines(words: string, width: number): Line[] {
  return wrap([span(words, 'quiet')], width - 2).map((line): Line => [span('  '), ...line]);
}

/** Entries that are not laid out count as one row each: exact enough for a word on how much more there is. */
function hiddenRows(attempt: Attempt, laidOut: number): number {
  return attempt.log.length - laidOut;
}
