import { oneLine } from '../../app/one-line.ts';
import type { Language } from '../../base/language.ts';
import { lineWidth, span } from '../../base/text/line.ts';
import { type QueueState, type Running, timeLeft } from '../../grading/queue/progress-state.ts';
import { isUnknown, type Told } from '../../grading/queue/task.ts';
import { type GradeRunMessages, gradeRunMessages } from '../../grading/texts/run.ts';
import { tell } from '../../language/tell.ts';

/** How many that are running have a line of their own: the block must not be higher than a terminal. */
const maxRunning = 8;

/** Where lines go, and the moment that they speak of. */
export interface LinesView {
  readonly language: Language;
  readonly columns: number;
  /** Of the clock of the state's moments. */
  readonly now: number;
}

/** A run as lines that are narrower than the terminal, so that none of them wraps. Pure. */
export function progressLines(state: QueueState, { language, columns, now }: LinesView): string[] {
  const t = gradeRunMessages[language];
  const left = timeLeft(state, now);
  const head = [
    t.head(state.done, state.total),
    ...(state.unmet === 0 ? [] : [t.unmet(state.unmet)]),
    ...(state.unknown === 0 ? [] : [t.unknown(state.unknown)]),
    ...(left === undefined || state.done === state.total ? [] : [t.left(roughly(left, t))]),
  ].join(' · ');
  const shown = state.running.slice(0, maxRunning);
  const more = state.running.length - shown.length;
  return [
    oneLine(head, columns - 1),
    ...shown.map(one => runningLine(one, { language, columns, now })),
    ...(more > 0 ? [oneLine(`  ${t.moreRunning(more)}`, columns - 1)] : []),
  ];
}

/** What is done for it stays readable; the name gives way. */
function runningLine({ task, phase, since }: Running, { language, columns, now }: LinesView): string {
  const t = gradeRunMessages[language];
  const what = ` · ${task.challenge.number} · ${t.phase[phase]} · ${t.seconds(Math.floor((now - since) / 1000))}`;
  const room = Math.max(1, columns - 1 - 2 - lineWidth([span(what)]));
  return oneLine(`  ${oneLine(task.submission.id, room)}${what}`, columns - 1);
}

/** A part that is done, in a line: for logs, and for those who have a screen read to them. Pure. */
export function finishedLine({ done, total }: QueueState, { task, result }: Told, language: Language): string {
  const t = gradeRunMessages[language];
  const { earned, possible, bonus } = result.score;
  const word = t.outcome[result.outcome];
  const reason = result.reason === undefined ? '' : tell(result.reason, task.challenge, language);
  const parts = [
    `[${done}/${total}] ${task.submission.id} · ${task.challenge.number}`,
    isUnknown(result) ? `${t.outcome.unknown}: ${reason}` : t.points(earned + bonus, possible),
    ...(word === '' || isUnknown(result) ? [] : [word]),
    t.seconds(Math.round(result.durationMs / 1000)),
  ];
  return oneLine(parts.join(' · '));
}

/** A time that is only guessed, rounded up. */
function roughly(ms: number, t: GradeRunMessages): string {
  if (ms < 60_000) return t.seconds(Math.max(10, Math.ceil(ms / 10_000) * 10));
  const minutes = Math.ceil(ms / 60_000);
  return minutes < 60 ? t.minutes(minutes) : t.hours(Math.floor(minutes / 60), minutes % 60);
}
