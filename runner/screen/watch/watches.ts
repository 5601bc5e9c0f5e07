import type { ScreenEvent } from '../state.ts';
import type { WatchEffect } from './effect.ts';
import type { WatchSubscription } from './subscription.ts';
import type { Watcher } from './watcher.ts';

/** The watches that are under way, by their numbers. */
export interface Watches {
  /** Watches a challenge until the signal aborts. */
  follow(subscription: WatchSubscription, signal: AbortSignal): void;
  /** Asks something of a watch; of one that is over, nothing. */
  perform(effect: WatchEffect): void;
}

/** No watch yet; what they will tell goes to `dispatch`. */
export function createWatches(watcher: Watcher, dispatch: (event: ScreenEvent) => void): Watches {
  const running = new Map<number, ReturnType<Watcher['start']>>();
  return {
    follow: ({ watch, challenge, binds }, signal) => {
      const started = watcher.start(challenge, binds, {
        event: event => dispatch({ kind: 'live', watch, event, at: Date.now() }),
        ended: message => dispatch({ kind: 'watch-ended', watch, message }),
      });
      running.set(watch, started);
      const stop = () => {
        running.delete(watch);
        started.stop();
      };
      signal.addEventListener('abort', stop, { once: true });
    },
    perform: ({ watch, kind }) => running.get(watch)?.[kind](),
  };
}
