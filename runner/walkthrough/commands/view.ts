import type { Attempt, State } from '../state.ts';
import type { Line } from '../text/line.ts';
import { activityLines } from '../views/activity.ts';
import { exactly } from '../views/window.ts';

/** What changed on the engine, and the docker commands that make such changes, without a heading: exactly so many lines. */
export function commandLogLines(state: State, attempt: Attempt, width: number, height: number): Line[] {
  return exactly(activityLines(state, attempt, width, height), height);
}
