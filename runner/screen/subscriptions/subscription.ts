import type { State } from '../state.ts';
import { type WatchSubscription, watchOf } from '../watch/subscription.ts';
import { followedLog, type LogSubscription } from '../widgets/logs/subscription.ts';
import { type ClockSubscription, clockOf } from '../widgets/progress/subscription.ts';
import { type TickSubscription, ticksOf } from './ticks.ts';

/** What the screen listens to; `to` says where. Two with the same key are the same, and go on. */
export type Subscription = ClockSubscription | LogSubscription | TickSubscription | WatchSubscription;

/** All that the screen listens to as it stands. Pure. */
export function subscriptionsOf(state: State): readonly Subscription[] {
  return [...watchOf(state), ...followedLog(state), ...clockOf(state), ...ticksOf(state)];
}
