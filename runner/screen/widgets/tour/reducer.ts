import type { Challenge } from '../../../challenge/definition.ts';
import { asking, type Next, quiet } from '../../effects/next.ts';
import type { Intent } from '../../intent.ts';
import { withDetails } from '../../questions.ts';
import type { Attempt, State } from '../../state.ts';
import { editing, mayEdit, reduceEditing } from './editing.ts';
import { isSolutionOpen } from './gate.ts';
import { isThere } from './news.ts';
import { shownLines } from './output.ts';
import type { Tour, TourStep } from './state.ts';
import { firstUndone, freshStep, isDone, metNow, newTour, runningStep, turnedBy, withTour } from './steps.ts';

/** Asks whether the learner means it, or opens the tour. */
export function openTour(state: State, attempt: Attempt): Next {
  const { challenge } = attempt;
  const { id } = challenge;
  if (!isSolutionOpen(state, attempt) && state.tour.asked !== id) {
    return quiet(withDetails({ ...state, tour: { ...state.tour, asked: id } }));
  }
  const tour = state.tour.tours[id] ?? newTour(challenge);
  const open = { ...state, reading: 'tour', scroll: 0, tour: { ...state.tour, asked: undefined } } as const;
  const settled = withTour(open, id, { ...tour, notice: undefined, back: 0 });
  return runningStep(tour) === undefined ? lookedAt(settled, challenge) : quiet(settled);
}

/** What a key does on the tour's page, and those that end the editing of a command. */
export function reduceTourKey(state: State, intent: Intent): Next {
  const challenge = state.attempt?.challenge;
  const tour = challenge === undefined ? undefined : state.tour.tours[challenge.id];
  if (challenge === undefined || tour === undefined) return quiet(state);
  const { id } = challenge;
  if (state.tour.editing !== undefined) return quiet(reduceEditing(state, id, tour, intent));
  const calm: Tour = { ...tour, notice: undefined };
  const show = (at: number) =>
    quiet(withTour(state, id, { ...calm, at: Math.max(0, Math.min(tour.steps.length - 1, at)), back: 0 }));
  const back = (lines: number) =>
    quiet(withTour(state, id, { ...calm, back: Math.max(0, Math.min(lines, maxBack(tour))) }));
  switch (intent) {
    case 'open':
      return reduceEnter(state, challenge, tour);
    case 'left':
      return show(tour.at - 1);
    case 'right':
      return show(tour.at + 1);
    case 'up':
      return back(tour.back + 1);
    case 'down':
      return back(tour.back - 1);
    case 'page-up':
      return back(tour.back + pageful(state));
    case 'page-down':
      return back(tour.back - pageful(state));
    case 'first':
      return back(maxBack(tour));
    case 'last':
      return back(0);
    case 'edit':
      return quiet(mayEdit(tour) ? editing(withTour(state, id, calm), tour.steps[tour.at]?.command ?? '') : state);
    case 'remove':
    case 'anew':
      return removedOrStopped(state, challenge, tour);
    default:
      return quiet(state);
  }
}

function reduceEnter(state: State, challenge: Challenge, tour: Tour): Next {
  switch (tour.ground.kind) {
    case 'unknown':
    case 'taken':
    case 'failed':
      return lookedAt(state, challenge);
    case 'looking':
    case 'removing':
      return quiet(state);
    case 'earlier':
      return quiet(withTour(state, challenge.id, goneOn(tour, tour.ground.steps)));
    case 'clear':
      return advanced(state, challenge, tour);
  }
}

function goneOn(tour: Tour, there: readonly number[]): Tour {
  const steps = tour.steps.map(
    (step, index): TourStep =>
      step.outcome === 'none' && isThere(index, there) ? { ...step, outcome: 'earlier' } : step,
  );
  const next = { ...tour, steps, ground: { kind: 'clear' } } as const;
  const undone = firstUndone(next);
  return { ...next, at: undone === -1 ? steps.length - 1 : undone, back: 0 };
}

/** Runs the step that is shown, or goes on to the next one where it has been run. */
function advanced(state: State, challenge: Challenge, tour: Tour): Next {
  const next = (change: Partial<Tour>) => quiet(withTour(state, challenge.id, { ...tour, ...change }));
  const step = tour.steps[tour.at];
  const running = runningStep(tour);
  if (step === undefined || running === tour.at) return quiet(state);
  if (isDone(step)) {
    const after = tour.steps.findIndex((other, index) => index > tour.at && !isDone(other));
    const at = after === -1 ? firstUndone(tour) : after;
    return at === -1 ? quiet(state) : next({ at, back: 0, notice: undefined });
  }
  if (running !== undefined) return next({ notice: { kind: 'busy', step: running } });
  const before = tour.steps.findIndex((other, index) => index < tour.at && other.outcome === 'none');
  if (before !== -1 && tour.notice?.kind !== 'out-of-order') {
    return next({ notice: { kind: 'out-of-order', step: before } });
  }
  return started(state, challenge, tour, step);
}

function started(state: State, challenge: Challenge, tour: Tour, { command }: TourStep): Next {
  const { id } = challenge;
  const run = state.tour.runs + 1;
  const begun: TourStep = { ...freshStep(command), outcome: 'running', run, metBefore: metNow(state, id) };
  const steps = frozen(tour.steps, tour.latest, state, id).with(tour.at, begun);
  const running = withTour({ ...state, tour: { ...state.tour, runs: run } }, id, {
    ...{ ...tour, steps, latest: tour.at, notice: undefined, back: 0, removed: undefined },
  });
  const { language } = state;
  return asking(running, { to: 'tour', kind: 'run', challenge, step: tour.at, run, command, language });
}

/** What the last step has turned green is its own, whatever comes. */
function frozen(steps: readonly TourStep[], latest: number | undefined, state: State, id: string): TourStep[] {
  return steps.map((step, index) => (index === latest ? { ...step, turned: turnedBy(state, id, step) } : step));
}

function removedOrStopped(state: State, challenge: Challenge, tour: Tour): Next {
  const next = (change: Partial<Tour>) => withTour(state, challenge.id, { ...tour, ...change });
  const running = runningStep(tour);
  const run = running === undefined ? undefined : tour.steps[running]?.run;
  if (run !== undefined) {
    return asking(next({ notice: { kind: 'stopping' } }), { to: 'tour', kind: 'stop', challenge, run });
  }
  if (tour.ground.kind === 'looking' || tour.ground.kind === 'removing') return quiet(state);
  const removing = next({ ground: { kind: 'removing' }, notice: undefined });
  return asking(removing, { to: 'tour', kind: 'remove', challenge });
}

function lookedAt(state: State, challenge: Challenge): Next {
  const tour = state.tour.tours[challenge.id];
  if (tour === undefined) return quiet(state);
  const looking = withTour(state, challenge.id, { ...tour, ground: { kind: 'looking' } });
  return asking(looking, { to: 'tour', kind: 'look', challenge });
}

function maxBack(tour: Tour): number {
  const step = tour.steps[tour.at];
  return step === undefined ? 0 : Math.max(0, shownLines(step.output).length - 1);
}

function pageful({ size }: State): number {
  return Math.max(1, Math.floor(size.rows / 3));
}
