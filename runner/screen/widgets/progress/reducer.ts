import {
  learnHint,
  learnLanguage,
  learnOpened,
  learnReport,
  learnSolution,
  learnTime,
} from '../../../progress/learn.ts';
import { mergeProgress } from '../../../progress/merge.ts';
import { noProgress, type Progress, progressOf } from '../../../progress/progress.ts';
import type { Trouble } from '../../../progress/progress-store.ts';
import type { Report } from '../../../verdict/report.ts';
import { hintLevel } from '../../hints.ts';
import type { ScreenEvent, State } from '../../state.ts';
import type { Clock, ProgressEvent, ProgressState } from './state.ts';

/** After this long without a key, or a change on the engine, time is not counted as spent. In milliseconds. */
const idleMs = 5 * 60_000;

/** What is remembered after something was saved, or time has passed. */
export function reduceProgress(state: State, event: ProgressEvent): State {
  const { progress } = state;
  switch (event.kind) {
    case 'time':
      return { ...state, progress: atTime(progress, state.attempt?.challenge.id, event.at) };
    case 'saving':
      return { ...state, progress: { ...progress, unsaved: noProgress } };
    case 'kept': {
      const unsaved = mergeProgress(event.unsaved, progress.unsaved);
      const known = mergeProgress(event.kept.progress, progress.unsaved);
      return { ...state, progress: { ...progress, known, unsaved, troubles: told(progress, event.kept.troubles) } };
    }
  }
}

/** The state after an event, with what that event taught about the learner. */
export function remembered(before: State, after: State, event: ScreenEvent): State {
  const { progress } = after;
  const lessons = before === after ? [] : lessonsOf(before, after);
  const stirred = progress.clock.challenge !== undefined && !progress.clock.stirred && isActivity(event, after);
  if (lessons.length === 0 && !stirred) return after;
  const clock = stirred ? { ...progress.clock, stirred } : progress.clock;
  return { ...after, progress: { ...learned(progress, lessons), clock } };
}

/** Something that shows the learner at work. */
function isActivity(event: ScreenEvent, { shell }: State): boolean {
  if (event.kind === 'key' || event.kind === 'press') return true;
  if (event.kind === 'shell') return shell.focused;
  return event.kind === 'live' && event.event.kind === 'change';
}

function lessonsOf(before: State, after: State): Progress[] {
  const { attempt, progress, language, reading } = after;
  const lessons: Progress[] = [];
  if (language !== before.language) lessons.push(learnLanguage(language));
  if (attempt === undefined) return lessons;
  const { id } = attempt.challenge;
  const at = Math.max(after.now, progress.clock.countedTo);
  const { report, pending } = attempt;
  const isOther = report !== before.attempt?.report || pending !== before.attempt?.pending;
  if (isOther && report !== undefined && pending.length === 0 && isNews(progress.known, report)) {
    lessons.push(learnReport(report));
  }
  const known = progressOf(progress.known, id);
  if (attempt.hints !== before.attempt?.hints) {
    for (const objective of Object.keys(attempt.hints)) {
      const level = hintLevel(attempt, objective);
      if ((level === 1 || level === 2 || level === 3) && level > (known.hints[objective] ?? 0)) {
        lessons.push(learnHint(id, objective, level, at));
      }
    }
  }
  if (reading === 'tour' && known.solutionSeenAt === undefined) lessons.push(learnSolution(id, at));
  return lessons;
}

/** True where it says something else than the last one did. */
function isNews(known: Progress, report: Report): boolean {
  const { lastReport: last } = progressOf(known, report.challenge);
  const now = progressOf(learnReport(report), report.challenge).lastReport;
  if (last === undefined || now === undefined) return true;
  return JSON.stringify({ ...last, at: '' }) !== JSON.stringify({ ...now, at: '' });
}

/** `saves`: how many more of what is to be saved at once. */
function learned(
  progress: ProgressState,
  lessons: readonly Progress[],
  saves = Math.min(1, lessons.length),
): ProgressState {
  const all = (from: Progress) => lessons.reduce((one, other) => mergeProgress(one, other), from);
  return {
    ...progress,
    known: all(progress.known),
    unsaved: all(progress.unsaved),
    saves: progress.saves + saves,
  };
}

/** Counts the time since it was counted last for the challenge that was open, and goes on with the one that is. */
function atTime(progress: ProgressState, open: string | undefined, at: number): ProgressState {
  const { challenge, countedTo, stirred } = progress.clock;
  const activeAt = stirred ? at : progress.clock.activeAt;
  // Where the machine has slept, there is a long time between two of these.
  const spentMs = Math.min(idleMs, Math.min(at, activeAt + idleMs) - countedTo);
  const next =
    challenge === undefined || spentMs <= 0 ? progress : learned(progress, [learnTime(challenge, spentMs)], 0);
  if (challenge === open) return { ...next, clock: { challenge, countedTo: at, activeAt, stirred: false } };
  const clock: Clock = { challenge: open, countedTo: at, activeAt: at, stirred: false };
  if (open === undefined) return { ...next, saves: next.saves + 1, clock };
  const isFirst = progressOf(next.known, open).firstOpenedAt === undefined;
  return { ...learned(next, isFirst ? [learnOpened(open, at)] : []), clock };
}

/** A file that was set aside is told as long as the screen is open; that nothing can be saved, as long as it is so. */
function told(before: ProgressState, now: readonly Trouble[]): readonly Trouble[] {
  return [...before.troubles.filter(({ kind }) => kind === 'set-aside'), ...now];
}
