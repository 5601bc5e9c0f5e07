import type { Turn } from './assign.ts';

/** What is selected on the map. */
export interface MapState {
  /** The id of the thing that is selected, in the map's own words; undefined selects the first. */
  readonly selected: string | undefined;
  /** Whom the learner gives a role, press by press. */
  readonly turn?: Turn | undefined;
}

/** Nothing selected by the learner. */
export const initialMap: MapState = { selected: undefined };
