import type { Line } from '../../../base/text/line.ts';
import { blank, cut, span } from '../../../base/text/line.ts';
import { textWidth } from '../../../base/text/width.ts';
import { marks } from '../../objectives.ts';
import type { Attempt, LogEntry, State } from '../../state.ts';
import { wrapCommand } from '../../text/command.ts';
import { hang, wrap } from '../../text/wrap.ts';
import { exactly } from '../../views/window.ts';
import { commandFor } from './command.ts';
import { commandLogMessages } from './texts.ts';
import { wordsFor } from './words.ts';

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

/** The furthest that one can go back. */
export function mostBack(state: State, attempt: Attempt, width: number, height: number): number {
  const { rows } = lastRows(state, attempt, width, Number.POSITIVE_INFINITY);
  return rows.length <= height ? 0 : rows.length - Math.max(1, height - 1);
}

function legendLines(words: string, width: number): Line[] {
  return wrap([span(words, 'quiet')], width - 2).map((line): Line => [span('  '), ...line]);
}

/** The last rows, at least `wanted` of them where there are so many: older entries are not even laid out. */
function lastRows(
  state: State,
  attempt: Attempt,
  width: number,
  wanted: number,
): { rows: Line[]; entries: number; complete: boolean } {
  const rows: Line[][] = [];
  let count = 0;
  let entries = 0;
  for (let index = attempt.log.length - 1; index >= 0 && count <= wanted; index -= 1) {
    const entry = attempt.log[index];
    if (entry === undefined) continue;
    const lines = entryLines(state, attempt, entry, width);
    rows.unshift(lines);
    count += lines.length;
    entries += 1;
  }
  return { rows: rows.flat(), entries, complete: entries === attempt.log.length };
}

/** Entries that are not laid out count as one row each: exact enough for a word on how much more there is. */
function hiddenRows(attempt: Attempt, laidOut: number): number {
  return attempt.log.length - laidOut;
}

function entryLines(state: State, attempt: Attempt, entry: LogEntry, width: number): Line[] {
  const label: Line = [span('  '), span(timeOfDay(entry.at), 'quiet'), span('  ')];
  const column = 12;
  const text = hang(label, column, wrap(entryText(state, attempt, entry), width - column));
  if (entry.kind !== 'command') return text;
  const command = commandFor(entry, attempt.challenge);
  if (command === undefined) return text;
  // Where there is little room, the command's second row begins under the time.
  const indent = width < 60 ? 4 : column;
  return [...text, ...commandRows(command, width - indent - 2, indent)];
}

function commandRows(command: string, width: number, indent: number): Line[] {
  const rows = wrapCommand(command, width).flatMap(row =>
    textWidth(row) <= width ? [[span(row, 'accent', true)]] : wrap([span(row, 'accent', true)], width),
  );
  return rows.map((row, index): Line => [span(' '.repeat(indent)), span(index === 0 ? '$ ' : '  ', 'quiet'), ...row]);
}

function entryText(state: State, attempt: Attempt, entry: LogEntry): Line {
  const t = commandLogMessages[state.language];
  const titleOf = (id: string) =>
    attempt.challenge.objectives.find(objective => objective.id === id)?.title[state.language] ?? id;
  switch (entry.kind) {
    case 'command':
      return [span(wordsFor(t, entry))];
    case 'met':
      return [span(`${marks.met} ${t.met(titleOf(entry.objective))}`, 'good')];
    case 'lost':
      return [span(`${marks.unmet} ${t.lost(titleOf(entry.objective))}`, 'bad')];
    case 'engine-lost':
      return [span(`${marks.unknown} ${t.engineLost}`, 'warn')];
    case 'engine-back':
      return [span(`${marks.met} ${t.engineBack}`, 'good')];
  }
}

function timeOfDay(at: number): string {
  return new Date(at).toTimeString().slice(0, 8);
}
