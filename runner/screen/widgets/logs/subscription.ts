import type { State } from '../../state.ts';
import type { LogTarget } from './state.ts';

/** A log that is to be followed; `session` is the number of that following. */
export interface LogSubscription {
  readonly to: 'logs';
  readonly key: string;
  readonly session: number;
  readonly target: LogTarget;
}

/** The log that the page shows is followed for as long as it is shown. */
export function followedLog({ reading, logs: { session, target } }: State): LogSubscription[] {
  return reading === 'logs' && target !== undefined ? [{ to: 'logs', key: `log ${session}`, session, target }] : [];
}
