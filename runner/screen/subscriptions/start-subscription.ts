import type { LogsPort } from '../ports.ts';
import type { ScreenEvent } from '../state.ts';
import type { Watches } from '../watch/watches.ts';
import type { LogSubscription } from '../widgets/logs/subscription.ts';
import type { Subscription } from './subscription.ts';

/** The world, as far as the screen listens to it. */
export interface SubscriptionPorts {
  readonly watches: Pick<Watches, 'follow'>;
  readonly logs: LogsPort;
}

/** Listens to what a subscription names until the signal aborts; what comes of it goes to `dispatch`. */
export function startSubscription(
  { watches, logs }: SubscriptionPorts,
  dispatch: (event: ScreenEvent) => void,
  subscription: Subscription,
  signal: AbortSignal,
): void {
  switch (subscription.to) {
    case 'watch':
      watches.follow(subscription, signal);
      break;
    case 'logs':
      void followLog(logs, dispatch, subscription, signal);
      break;
    case 'clock':
      every(subscription.everyMs, at => dispatch({ kind: 'progress', event: { kind: 'time', at } }), signal);
      break;
    case 'ticks':
      every(subscription.everyMs, now => dispatch({ kind: 'tick', now }), signal);
  }
}

function every(ms: number, tell: (now: number) => void, signal: AbortSignal): void {
  const timer = setInterval(() => tell(Date.now()), ms);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}

async function followLog(
  logs: LogsPort,
  dispatch: (event: ScreenEvent) => void,
  { session, target }: LogSubscription,
  signal: AbortSignal,
): Promise<void> {
  try {
    await logs.follow(target, signal, news => {
      if (!signal.aborted) dispatch({ kind: 'logs', event: { session, news } });
    });
  } catch {
    // To the learner, whatever failed means that nothing comes any more.
    if (!signal.aborted) dispatch({ kind: 'logs', event: { session, news: { kind: 'engine-lost' } } });
  }
}
