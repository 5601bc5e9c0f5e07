import type { State } from '../state.ts';
import type { Line } from '../text/line.ts';

/** All of the page: observed, expected, why and next of every objective. It scrolls by `state.scroll`. */
export function reportLines(_state: State, _width: number): Line[] {
  return [];
}
