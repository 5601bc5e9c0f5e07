import type { Line } from '../../../base/text/line.ts';
import { span } from '../../../base/text/line.ts';
import { textWidth } from '../../../base/text/width.ts';
import { marks } from '../../objectives.ts';
import type { Attempt, LogEntry, State } from '../../state.ts';
import { wrapCommand } from '../../text/command.ts';
import { hang, wrap } from '../../text/wrap.ts';
import { commandFor } from './command.ts';
import { commandLogMessages } from './texts.ts';
import { wordsFor } from './words.ts';

/** The furthest that one can go back. */
export function maxBack(state: State, attempt: Attempt, width: number, height: number): number {
  const { rows } = lastRows(state, attempt, width, Number.POSITIVE_INFINITY);
  return rows.length <= height ? 0 : rows.length - Math.max(1, height - 1);
}

/** The last rows, at least `wanted` of them where there are so many: older entries are not even laid out. */
export function lastRows(
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
