import { type Next, quiet } from '../../effects/next.ts';
import type { State } from '../../state.ts';
import { heard } from './output.ts';
import type { Tour, TourEvent, TourGround, TourStep } from './state.ts';
import { freshStep, isDone, isSame, withTour } from './steps.ts';

/** What the tours show after something has become of what was asked for. */
export function reduceTour(state: State, event: TourEvent): Next {
  return quiet(tourAfter(state, event));
}

function tourAfter(state: State, event: TourEvent): State {
  const tour = state.tour.tours[event.challenge];
  if (tour === undefined) return state;
  const next = (change: Partial<Tour>) => withTour(state, event.challenge, { ...tour, ...change });
  switch (event.kind) {
    case 'looked':
      return next(onGround(tour, event.ground));
    case 'trouble':
      return next({ ground: { kind: 'failed', message: event.message } });
    case 'removed': {
      const steps = tour.steps.map(({ command }) => freshStep(command));
      return next({
        steps,
        ...{ ground: { kind: 'clear' }, at: 0, latest: undefined, removed: event.things, back: 0 },
      });
    }
    default: {
      const step = tour.steps[event.step];
      if (step?.run !== event.run) return state;
      const notice = event.kind === 'ended' && tour.notice?.kind === 'stopping' ? undefined : tour.notice;
      return next({ steps: tour.steps.with(event.step, afterEvent(step, event)), notice });
    }
  }
}

function afterEvent(step: TourStep, event: Extract<TourEvent, { kind: 'started' | 'output' | 'ended' }>): TourStep {
  switch (event.kind) {
    case 'started':
      return { ...step, since: event.at };
    case 'output':
      return { ...step, output: heard(step.output, event.text) };
    case 'ended': {
      const { exitCode, message, made } = event.end;
      return { ...step, outcome: exitCode === 0 ? 'done' : 'failed', exitCode, message, made, since: event.at };
    }
  }
}

/** What is there decides what can be done; steps of which the result has gone are to be run again. */
function onGround(tour: Tour, { taken, things, steps }: TourGround): Partial<Tour> {
  const kept = tour.steps.map((step, index) => {
    const isGone = step.made !== undefined && things.every(thing => !isSame(thing, step.made ?? thing));
    const wasThere = step.outcome === 'earlier' && !isThere(index, steps);
    return (step.outcome === 'done' && isGone) || wasThere ? freshStep(step.command) : step;
  });
  const latest = tour.latest !== undefined && kept[tour.latest]?.outcome === 'none' ? undefined : tour.latest;
  const change = { steps: kept, latest };
  if (taken.length > 0) return { ...change, ground: { kind: 'taken', taken } };
  const isKnown = steps.every(index => isDone(kept[index] ?? freshStep('')));
  const isOurs = things.every(thing => kept.some(step => step.made !== undefined && isSame(step.made, thing)));
  if (things.length === 0 || isKnown || isOurs) return { ...change, ground: { kind: 'clear' } };
  return { ...change, ground: { kind: 'earlier', things, steps } };
}

/** Where a later step has left something, a build before it has been done, too. */
export function isThere(index: number, steps: readonly number[]): boolean {
  return index <= Math.max(-1, ...steps);
}
