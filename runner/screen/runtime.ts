import { isEmpty } from '../progress/progress.ts';
import { type EffectPorts, runEffects } from './effects/run-effects.ts';
import type { World } from './ports.ts';
import { reduce } from './reducer.ts';
import type { ScreenEvent, State } from './state.ts';
import { createStore, type Store } from './store.ts';
import { keepSubscribed } from './subscriptions/keep-subscribed.ts';
import { startSubscription } from './subscriptions/start-subscription.ts';
import { type Subscription, subscriptionsOf } from './subscriptions/subscription.ts';
import { createWatcher } from './watch/watcher.ts';
import { createWatches } from './watch/watches.ts';

/** What a screen runs on. */
export interface RuntimeOptions {
  readonly state: State;
  readonly world: World;
  readonly terminal: EffectPorts['terminal'];
  /** False if nothing moves: then time is told only when something is asked for. */
  readonly ticks: boolean;
  /** Ends what runs when it aborts. */
  readonly signal: AbortSignal;
}

/** The state of the screen, joined to the world: events go in, effects and subscriptions come of them. */
export interface Runtime {
  readonly store: Store<State, ScreenEvent>;
  /** Begins with what the screen asks for when it opens. */
  start(): void;
  /** Listens to nothing any more. */
  close(): void;
  /** Ends what still runs, and waits for it. */
  stop(): Promise<void>;
}

/** A screen that has not been started yet. */
export function createRuntime({ state, world, terminal, ticks, signal }: RuntimeOptions): Runtime {
  const store: Store<State, ScreenEvent> = createStore(reduce, state, effect => effects.run(effect));
  const watcher = createWatcher(world.watch, signal);
  const watches = createWatches(watcher, store.dispatch);
  const effects = runEffects({ ...world, terminal, watches }, store.dispatch, signal);
  const subscriptions = keepSubscribed<Subscription>((wanted, ending) =>
    startSubscription({ ...world, watches }, store.dispatch, wanted, ending),
  );
  const adjust = () =>
    subscriptions.adjust(subscriptionsOf(store.getState()).filter(({ to }) => ticks || to !== 'ticks'));
  /** Counts the time up to now, and saves what there is to save. */
  const remember = async () => {
    const { saving } = store.getState().progress;
    store.dispatch({ kind: 'progress', event: { kind: 'time', at: Date.now() } });
    await effects.idle();
    // Where a save was under way and has failed, what is left has not been tried yet.
    if (saving && !isEmpty(store.getState().progress.unsaved)) {
      store.dispatch({ kind: 'progress', event: { kind: 'time', at: Date.now() } });
      await effects.idle();
    }
  };
  return {
    store,
    start: () => {
      store.subscribe(adjust);
      adjust();
      store.dispatch({ kind: 'started' });
    },
    close: subscriptions.stop,
    stop: async () => {
      subscriptions.stop();
      const all = [effects.stop(), watcher.settled(), world.engine.settled(), remember()];
      const failed = (await Promise.allSettled(all)).find(one => one.status === 'rejected');
      if (failed !== undefined) throw failed.reason;
    },
  };
}
