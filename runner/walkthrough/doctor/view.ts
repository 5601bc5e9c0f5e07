import type { State } from '../state.ts';
import type { Line } from '../text/line.ts';

/** All of the page. It scrolls by `state.scroll`. */
export function doctorLines(_state: State, _width: number): Line[] {
  return [];
}
