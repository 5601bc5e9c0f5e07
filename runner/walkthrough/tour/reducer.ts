import type { Intent, Press } from '../keymap.ts';
import type { Attempt, State } from '../state.ts';
import type { TourEvent, TourState } from './state.ts';

/** What the tour shows after an event of a running step. */
export function reduceTour(tour: TourState, _event: TourEvent): TourState {
  return tour;
}

/** Asks whether the learner means it, or opens the tour. */
export function openTour(state: State, _attempt: Attempt): State {
  return { ...state, reading: 'tour', scroll: 0 };
}

/** What a key does on the tour's page. */
export function reduceTourKey(state: State, _intent: Intent): State {
  return state;
}

/** What a key does in the command that is edited. */
export function typeInCommand(state: State, _press: Press): State {
  return state;
}
