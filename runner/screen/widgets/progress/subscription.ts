import type { State } from '../../state.ts';

/** The time, told for what is remembered. */
export interface ClockSubscription {
  readonly to: 'clock';
  readonly key: string;
  readonly everyMs: number;
}

/** As much may be lost of the time spent, when the lab is killed. In milliseconds. */
const everyMs = 30_000;

/** While a challenge is open, the time spent on it is counted. */
export function clockOf({ attempt }: State): ClockSubscription[] {
  return attempt === undefined ? [] : [{ to: 'clock', key: 'clock', everyMs }];
}
