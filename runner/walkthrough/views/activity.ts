import { walkthroughMessages } from '../../language/walkthrough.ts';
import { changeWords } from '../changes.ts';
import { marks } from '../objectives.ts';
import type { Attempt, LogEntry, State } from '../state.ts';
import type { Line } from '../text/line.ts';
import { cut, lineWidth, span } from '../text/line.ts';
import { printable } from '../text/width.ts';
import { hang, wrap } from '../text/wrap.ts';

/** The last things that happened, oldest first, each with its time of day; long ones wrap where there is room. */
export function activityLines(state: State, attempt: Attempt, width: number, height: number): Line[] {
  const t = walkthroughMessages[state.language];
  const lines = attempt.log.slice(-height).flatMap(entry => {
    const text = entryLine(state, attempt, entry);
    if (text === undefined) return [];
    const label = [span('  '), span(timeOfDay(entry.at), 'quiet'), span('  ')];
    const column = lineWidth(label);
    return height < wrapsFrom ? [cut([...label, ...text], width)] : hang(label, column, wrap(text, width - column));
  });
  if (lines.length === 0)
    return wrap([span(t.quiet, 'quiet')], width - 2)
      .map(line => [span('  '), ...line])
      .slice(0, height);
  return height > 0 ? lines.slice(-height) : [];
}

const wrapsFrom = 5;

function entryLine(state: State, attempt: Attempt, entry: LogEntry): Line | undefined {
  const t = walkthroughMessages[state.language].event;
  const titleOf = (id: string) =>
    attempt.challenge.objectives.find(objective => objective.id === id)?.title[state.language] ?? id;
  switch (entry.kind) {
    case 'change': {
      const words = changeWords(t, entry.event, attempt.names);
      return words === undefined ? undefined : [span(printable(words))];
    }
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
