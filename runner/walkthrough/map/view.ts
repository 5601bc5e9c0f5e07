import type { Attempt, State } from '../state.ts';
import type { Line } from '../text/line.ts';
import { bindingLines } from '../views/bindings.ts';
import { exactly } from '../views/window.ts';

/** The map of what runs, without its heading: exactly so many lines. */
export function mapLines(state: State, attempt: Attempt, width: number, height: number): Line[] {
  return exactly(bindingLines(state, attempt, width, 2), height);
}
