import type { Intent } from '../../intent.ts';
import { withDetails } from '../../questions.ts';
import type { Attempt, State } from '../../state.ts';
import { editing, mayEdit, reduceEditing } from './editing.ts';
import { isSolutionOpen } from './gate.ts';
import { isThere } from './news.ts';
import { shownLines } from './output.ts';
import type { Tour, TourState, TourStep } from './state.ts';
import { firstUndone, freshStep, isDone, metNow, newTour, runningStep, turnedBy, withTour } from './steps.ts';
import { wished } from './wishes.ts';

/** Asks whether the learner means it, or opens the tour. */
export function openTour(state: State, attempt: Attempt): State {
  const { id } = attempt.challenge;
  if (!isSolutionOpen(state, attempt) && state.tour.asked !== id) {
    return withDetails({ ...state, tour: { ...state.tour, asked: id } });
  }
  const tour = state.tour.tours[id] ?? newTour(attempt.challenge);
  const open = { ...state, reading: 'tour', scroll: 0, tour: { ...state.tour, asked: undefined } } as const;
  const settled = withTour(open, id, { ...tour, notice: undefined, back: 0 });
  return runningStep(tour) === undefined ? lookedAt(settled, id) : settled;
}

/** What a key does on the tour's page, and those that end the editing of a command. */
export function reduceTourKey(state: State, intent: Intent): State {
  const challenge = state.attempt?.challenge;
  const tour = challenge === undefined ? undefined : state.tour.tours[challenge.id];
  if (challenge === undefined || tour === undefined) return state;
  const { id } = challenge;
  if (state.tour.editing !== undefined) return reduceEditing(state, id, tour, intent);
  const quiet: Tour = { ...tour, notice: undefined };
  const show = (at: number) =>
    withTour(state, id, { ...quiet, at: Math.max(0, Math.min(tour.steps.length - 1, at)), back: 0 });
  const back = (lines: number) => withTour(state, id, { ...quiet, back: Math.max(0, Math.min(lines, mostBack(tour))) });
  switch (intent) {
    case 'open':
      return reduceEnter(state, id, tour);
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
      return back(mostBack(tour));
    case 'last':
      return back(0);
    case 'edit':
      return mayEdit(tour) ? editing(withTour(state, id, quiet), tour.steps[tour.at]?.command ?? '') : state;
    case 'remove':
    case 'anew':
      return removedOrStopped(state, id, tour);
    default:
      return state;
  }
}

function reduceEnter(state: State, id: string, tour: Tour): State {
  switch (tour.ground.kind) {
    case 'unknown':
    case 'taken':
    case 'failed':
      return lookedAt(state, id);
    case 'looking':
    case 'removing':
      return state;
    case 'earlier':
      return withTour(state, id, goneOn(tour, tour.ground.steps));
    case 'clear':
      return advanced(state, id, tour);
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
function advanced(state: State, id: string, tour: Tour): State {
  const step = tour.steps[tour.at];
  const running = runningStep(tour);
  if (step === undefined || running === tour.at) return state;
  if (isDone(step)) {
    const after = tour.steps.findIndex((other, index) => index > tour.at && !isDone(other));
    const at = after === -1 ? firstUndone(tour) : after;
    return at === -1 ? state : withTour(state, id, { ...tour, at, back: 0, notice: undefined });
  }
  if (running !== undefined) return withTour(state, id, { ...tour, notice: { kind: 'busy', step: running } });
  const before = tour.steps.findIndex((other, index) => index < tour.at && other.outcome === 'none');
  if (before !== -1 && tour.notice?.kind !== 'out-of-order') {
    return withTour(state, id, { ...tour, notice: { kind: 'out-of-order', step: before } });
  }
  return started(state, id, tour, step);
}

function started(state: State, id: string, tour: Tour, step: TourStep): State {
  const { tour: wishing, number } = wished(state.tour, { kind: 'run', challenge: id, ...tourPlace(tour, step) });
  const begun: TourStep = { ...freshStep(step.command), outcome: 'running', run: number, metBefore: metNow(state, id) };
  const steps = frozen(tour.steps, tour.latest, state, id).with(tour.at, begun);
  return withTour({ ...state, tour: wishing }, id, {
    ...{ ...tour, steps, latest: tour.at, notice: undefined, back: 0, removed: undefined },
  });
}

const tourPlace = ({ at }: Tour, { command }: TourStep) => ({ step: at, command });

/** What the last step has turned green is its own, whatever comes. */
function frozen(steps: readonly TourStep[], latest: number | undefined, state: State, id: string): TourStep[] {
  return steps.map((step, index) => (index === latest ? { ...step, turned: turnedBy(state, id, step) } : step));
}

function removedOrStopped(state: State, id: string, tour: Tour): State {
  const running = runningStep(tour);
  const run = running === undefined ? undefined : tour.steps[running]?.run;
  if (run !== undefined) {
    const stopping = wished(state.tour, { kind: 'stop', challenge: id, run }).tour;
    return withTour({ ...state, tour: stopping }, id, { ...tour, notice: { kind: 'stopping' } });
  }
  if (tour.ground.kind === 'looking' || tour.ground.kind === 'removing') return state;
  const removing = wished(state.tour, { kind: 'remove', challenge: id }).tour;
  return withTour({ ...state, tour: removing }, id, { ...tour, ground: { kind: 'removing' }, notice: undefined });
}

function lookedAt(state: State, id: string): State {
  const tour = state.tour.tours[id];
  if (tour === undefined) return state;
  const looking: TourState = wished(state.tour, { kind: 'look', challenge: id }).tour;
  return withTour({ ...state, tour: looking }, id, { ...tour, ground: { kind: 'looking' } });
}

function mostBack(tour: Tour): number {
  const step = tour.steps[tour.at];
  return step === undefined ? 0 : Math.max(0, shownLines(step.output).length - 1);
}

function pageful({ size }: State): number {
  return Math.max(1, Math.floor(size.rows / 3));
}
