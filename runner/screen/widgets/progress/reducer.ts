import {
  learnHint,
  learnLanguage,
  learnOpened,
  learnReport,
  learnSolution,
  learnTime,
} from '../../../progress/learn.ts';
import { mergeProgress } from '../../../progress/merge.ts';
import { isEmpty, noProgress, type Progress, progressOf } from '../../../progress/progress.ts';
import type { Trouble } from '../../../progress/progress-store.ts';
import type { Report } from '../../../verdict/report.ts';
import type { Effect } from '../../effects/effect.ts';
import { asking, type Next, quiet } from '../../effects/next.ts';
import { hintLevel } from '../../hints.ts';
import type { ScreenEvent, State } from '../../state.ts';
import type { Clock, ProgressEvent, ProgressState } from './state.ts';

/** After this long without a key, or a change on the engine, time is not counted as spent. In milliseconds. */
const idleMs = 5 * 60_000;

/** What is remembered after something was saved, or time has passed; what is left to save is then saved. */
export function reduceProgress(state: State, event: ProgressEvent): Next {
  const { progress } = state;
  const next = (change: Partial<ProgressState>): State => ({ ...state, progress: { ...progress, ...change } });
  switch (event.kind) {
    case 'time':
      return saved(next(atTime(progress, state.attempt?.challenge.id, event.at)));
    case 'kept': {
      const { kept, learned } = event;
      const known = mergeProgress(kept.progress, progress.unsaved);
      const troubles = told(progress, kept.troubles);
      if (kept.troubles.every(({ kind }) => kind !== 'not-saved'))
        return saved(next({ known, troubles, saving: false }));
      return quiet(next({ known, troubles, ...again(progress, learned) }));
    }
    case 'not-kept': {
      const reason = { kind: 'system', message: event.message } as const;
      const troubles = told(progress, [{ kind: 'not-saved', file: 'progress.json', reason }]);
      return quiet(next({ troubles, ...again(progress, event.learned) }));
    }
  }
}

/** Saves what is left to save, unless something is being saved. */
function saved(state: State): Next {
  const { progress } = state;
  if (progress.saving || isEmpty(progress.unsaved)) return quiet(state);
  const saving: State = { ...state, progress: { ...progress, saving: true, unsaved: noProgress } };
  return asking(saving, { to: 'progress', kind: 'save', learned: progress.unsaved });
}

/** What could not be saved is tried again with the next time that is told. */
function again({ unsaved }: ProgressState, learned: Progress): Partial<ProgressState> {
  return { saving: false, unsaved: mergeProgress(learned, unsaved) };
}

/** What comes of an event, with what that event taught about the learner: what was learned is saved at once. */
export function remembered(before: State, { state: after, effects }: Next, event: ScreenEvent): Next {
  const { progress } = after;
  const lessons = before === after ? [] : lessonsOf(before, after);
  const stirred = progress.clock.challenge !== undefined && !progress.clock.stirred && isActivity(event, after);
  const clock = stirred ? { ...progress.clock, stirred } : progress.clock;
  const isNew = lessons.length > 0 || stirred;
  const wiser = isNew ? { ...after, progress: { ...learned(progress, lessons), clock } } : after;
  const next = lessons.length > 0 ? saved(wiser) : quiet(wiser);
  const isOther = before.attempt?.challenge.id !== after.attempt?.challenge.id;
  const time: readonly Effect[] = isOther ? [{ to: 'progress', kind: 'tell-time' }] : [];
  return asking(next.state, ...effects, ...next.effects, ...time);
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

/** True if it says something else than the last one did. */
function isNews(known: Progress, report: Report): boolean {
  const { lastReport: last } = progressOf(known, report.challenge);
  const now = progressOf(learnReport(report), report.challenge).lastReport;
  if (last === undefined || now === undefined) return true;
  return JSON.stringify({ ...last, at: '' }) !== JSON.stringify({ ...now, at: '' });
}

function learned(progress: ProgressState, lessons: readonly Progress[]): ProgressState {
  const all = (from: Progress) => lessons.reduce((one, other) => mergeProgress(one, other), from);
  return { ...progress, known: all(progress.known), unsaved: all(progress.unsaved) };
}

/** Counts the time since it was counted last for the challenge that was open, and goes on with the one that is. */
function atTime(progress: ProgressState, open: string | undefined, at: number): ProgressState {
  const { challenge, countedTo, stirred } = progress.clock;
  const activeAt = stirred ? at : progress.clock.activeAt;
  // Where the machine has slept, there is a long time between two of these.
  const spentMs = Math.min(idleMs, Math.min(at, activeAt + idleMs) - countedTo);
  const next = challenge === undefined || spentMs <= 0 ? progress : learned(progress, [learnTime(challenge, spentMs)]);
  if (challenge === open) return { ...next, clock: { challenge, countedTo: at, activeAt, stirred: false } };
  const clock: Clock = { challenge: open, countedTo: at, activeAt: at, stirred: false };
  if (open === undefined) return { ...next, clock };
  const isFirst = progressOf(next.known, open).firstOpenedAt === undefined;
  return { ...learned(next, isFirst ? [learnOpened(open, at)] : []), clock };
}

/** A file that was set aside is told as long as the screen is open; that nothing can be saved, as long as it is so. */
function told(before: ProgressState, now: readonly Trouble[]): readonly Trouble[] {
  return [...before.troubles.filter(({ kind }) => kind === 'set-aside'), ...now];
}
