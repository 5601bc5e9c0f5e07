import type { Challenge } from '../../../challenge/definition.ts';
import type { State } from '../../state.ts';
import { noOutput } from './output.ts';
import type { Tour, TourStep, TourThing } from './state.ts';

/** A tour of which nothing has been run. */
export function newTour({ steps }: Challenge): Tour {
  return {
    ...{ at: 0, ground: { kind: 'unknown' }, latest: undefined, notice: undefined, back: 0, removed: undefined },
    steps: steps.map(({ command }) => freshStep(command)),
  };
}

/** A step that was not run. */
export function freshStep(command: string): TourStep {
  return {
    ...{ command, outcome: 'none', exitCode: undefined, message: undefined, since: 0, output: noOutput },
    ...{ run: 0, metBefore: [], turned: undefined, made: undefined },
  };
}

/** True if nothing of the step is left to do. */
export function isDone({ outcome }: TourStep): boolean {
  return outcome === 'done' || outcome === 'earlier';
}

/** The number of the first step that is left to do; -1 where none is. */
export function firstUndone({ steps }: Tour): number {
  return steps.findIndex(step => !isDone(step));
}

/** The number of the step that runs, or undefined. */
export function runningStep({ steps }: Tour): number | undefined {
  const index = steps.findIndex(({ outcome }) => outcome === 'running');
  return index === -1 ? undefined : index;
}

/** True if both are the same thing on the engine, by kind and name. */
export function isSame(one: TourThing, other: TourThing): boolean {
  return one.kind === other.kind && one.name === other.name;
}

/** The objectives of a challenge that are met, as last seen in this session. */
export function metNow(state: State, challenge: string): readonly string[] {
  const objectives = state.reports[challenge]?.objectives ?? [];
  return objectives.filter(({ verdict }) => verdict === 'pass').map(({ id }) => id);
}

/** The objectives that a step has turned green: those of the last one may still become more. */
export function turnedBy(state: State, challenge: string, { metBefore, turned, outcome }: TourStep): readonly string[] {
  if (outcome === 'none' || outcome === 'earlier') return [];
  return turned ?? metNow(state, challenge).filter(id => !metBefore.includes(id));
}

/** True while something of the open challenge's tour is being done. */
export function isTourUnderWay({ attempt, tour }: State): boolean {
  const open = attempt === undefined ? undefined : tour.tours[attempt.challenge.id];
  if (open === undefined) return false;
  return open.ground.kind === 'looking' || open.ground.kind === 'removing' || runningStep(open) !== undefined;
}

/** The challenges of which a tour has made something that was not removed again. */
export function leftBehind({ challenges, tour }: State): readonly Challenge[] {
  const hasMade = ({ made, outcome }: TourStep) => made !== undefined || outcome === 'earlier';
  return challenges.filter(({ id }) => tour.tours[id]?.steps.some(hasMade) === true);
}

/** The state with a challenge's tour changed. */
export function withTour(state: State, id: string, tour: Tour): State {
  return { ...state, tour: { ...state.tour, tours: { ...state.tour.tours, [id]: tour } } };
}
