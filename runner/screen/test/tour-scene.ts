import { networkedContainers } from '../../../challenges/01-networked-containers/challenge.ts';
import type { Language } from '../../base/language.ts';
import type { Effect } from '../effects/effect.ts';
import type { Intent } from '../intent.ts';
import type { Size, State } from '../state.ts';
import type { Tour, TourEnd, TourEvent, TourGround, TourThing } from '../widgets/tour/state.ts';
import { effectsOf, happen, noon, opened, press, report, reportOf, tell } from './scene.ts';

const { id } = networkedContainers;

export const clearGround: TourGround = { taken: [], things: [], steps: [] };

/** Challenge 1 with nothing done, and its tour opened: what is on the engine is not known yet. */
export function tourAsked(language: Language, size: Size): State {
  return press(tell(opened(language, size), report(reportOf({}))), 'solution', 'solution');
}

/** The same, on an engine on which nothing is in the way. */
export function tourOpened(language: Language, size: Size): State {
  return guide(tourAsked(language, size), { kind: 'looked', ground: clearGround });
}

type Unaddressed = TourEvent extends infer Event ? (Event extends TourEvent ? Omit<Event, 'challenge'> : never) : never;

/** What becomes of what challenge 1's tour has asked for. */
export function guide(state: State, ...events: Unaddressed[]): State {
  return events.reduce((now, event) => happen(now, { kind: 'tour', event: { ...event, challenge: id } }), state);
}

export function tourOf(state: State): Tour {
  const tour = state.tour.tours[id];
  if (tour === undefined) throw new Error('there is no tour');
  return tour;
}

/** What the page asks of the reference solutions at a key. */
export function asked(state: State, intent: Intent): readonly Effect[] {
  return effectsOf(state, { kind: 'key', intent }).filter(({ to }) => to === 'tour');
}

/** The run that was started last: the step and its number. */
export function latestRun(state: State): { readonly step: number; readonly run: number } {
  const { steps, latest = 0 } = tourOf(state);
  return { step: latest, run: steps[latest]?.run ?? 0 };
}

/** Presses Enter, and has the step that this runs say something and end. */
export function runStep(state: State, end: TourEnd = { exitCode: 0 }, said = 'f00dbeef\n'): State {
  const running = press(state, 'open');
  if (running.tour.runs === state.tour.runs) throw new Error('Enter did not run the step');
  const of = latestRun(running);
  return guide(
    running,
    { kind: 'started', ...of, at: noon },
    { kind: 'output', ...of, text: said },
    { kind: 'ended', ...of, end, at: noon + 1000 },
  );
}

/** Runs all steps of the tour, which make what the solution makes. */
export function runAll(state: State): State {
  const made: (TourThing | undefined)[] = [
    { kind: 'network', name: 'app-net' },
    undefined,
    { kind: 'container', name: 'server' },
    undefined,
    { kind: 'container', name: 'client' },
  ];
  return made.reduce((now, thing) => press(runStep(now, { exitCode: 0, made: thing }), 'open'), state);
}
