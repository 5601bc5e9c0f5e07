import type { Line } from '../../../base/text/line.ts';
import { lineWidth, rule, span } from '../../../base/text/line.ts';
import { placeOf } from '../../place.ts';
import type { Attempt, State } from '../../state.ts';
import { wrap } from '../../text/wrap.ts';
import { exactly } from '../../views/window.ts';
import { withCursor } from './cursor.ts';
import type { ShellView } from './state.ts';
import { shellMessages } from './texts.ts';

/** The shell's pane, heading included: exactly so many lines. */
export function shellLines(state: State, attempt: Attempt, width: number, height: number): Line[] {
  const session = state.shell.sessions[attempt.challenge.id];
  return [heading(state, session, width), ...exactly(paneRows(state, session, width, height - 1), height - 1)];
}

function heading(state: State, session: ShellView | undefined, width: number): Line {
  const t = shellMessages[state.language];
  const isFocused = placeOf(state) === 'shell';
  const name = session === undefined || session.folder === '' ? t.name : `${t.name} · ${session.folder}`;
  // What else has the keys is out of sight, and so is how to get it back.
  const inLab = state.shell.zoomed ? t.zoomed : t.keysInLab;
  const whose = isFocused ? t.keysHere : inLab;
  const back = session?.scrolledBack ?? 0;
  return rule(isFocused ? `▶ ${name}` : name, width, back > 0 ? t.scrolledBack(back) : whose);
}

function paneRows(state: State, session: ShellView | undefined, width: number, height: number): Line[] {
  const t = shellMessages[state.language];
  const isFocused = placeOf(state) === 'shell';
  if (session === undefined || session.rows.length === 0) {
    const says = session?.trouble;
    const quiet = session === undefined && !isFocused ? t.closed : t.starting;
    return wrap([says === undefined ? span(quiet, 'quiet') : span(says, 'warn')], width);
  }
  const { rows, cursor, ended, trouble } = session;
  if (ended !== undefined) {
    const said = wrap([span(isFocused ? t.ended(ended) : t.endedInLab(ended), 'accent')], width);
    return [...rows.slice(0, usedRows(rows)).slice(-(height - said.length)), ...said];
  }
  const shown = isFocused && cursor !== undefined ? drawCursor(rows, cursor) : rows;
  if (trouble === undefined) return [...shown];
  // Over the oldest rows: the prompt is at the bottom.
  const said = wrap([span(trouble, 'warn')], width);
  return [...said, ...shown.slice(said.length)];
}

function drawCursor(rows: readonly Line[], cursor: { row: number; column: number }): Line[] {
  return rows.map((row, index) => (index === cursor.row ? withCursor(row, cursor.column) : row));
}

/** How many rows there are up to the last one with anything on it. */
function usedRows(rows: readonly Line[]): number {
  const isBlank = (line: Line) => lineWidth(line) === 0 || line.every(({ text }) => text.trim() === '');
  return rows.findLastIndex(row => !isBlank(row)) + 1;
}

/** The question whether to leave though a program runs, where it is asked: instead of the keys. */
export function leavingLine(state: State): Line | undefined {
  return state.shell.leaving ? [span(` ${shellMessages[state.language].leave}`, 'warn', true)] : undefined;
}
