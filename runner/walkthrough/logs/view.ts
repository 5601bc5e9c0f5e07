import type { State } from '../state.ts';
import type { Line } from '../text/line.ts';

/** The page, without its heading and footer. */
export function logsLines(_state: State, _width: number, _height: number): Line[] {
  return [];
}
