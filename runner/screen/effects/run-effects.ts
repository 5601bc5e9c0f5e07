import type { World } from '../ports.ts';
import type { ScreenEvent } from '../state.ts';
import type { Watches } from '../watch/watches.ts';
import { createSearch } from '../widgets/doctor/search.ts';
import { performOnProgress } from '../widgets/progress/perform.ts';
import { performOnShell } from '../widgets/shell/perform.ts';
import { createGuide } from '../widgets/tour/guide.ts';
import type { Effect } from './effect.ts';
import { failureOf } from './failure-of.ts';

/** The world, as far as effects reach it. */
export interface EffectPorts extends Pick<World, 'engine' | 'progress' | 'shell' | 'tour'> {
  readonly watches: Pick<Watches, 'perform'>;
  readonly terminal: {
    /** Closes the screen. */
    leave(): void;
  };
}

/** Does what the screen asks for: the one place in which an effect meets a port. */
export interface Interpreter {
  /** Begins at once. What comes of it, and that it failed, are events; it never throws. */
  run(effect: Effect): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
  /** Ends what still runs, tells nothing any more but what is kept, and waits until all of it has ended. */
  stop(): Promise<void>;
}

/** An interpreter on the ports, which tells `dispatch` what becomes of the effects. What runs ends when the signal aborts. */
export function runEffects(
  { engine, progress, shell, terminal, tour, watches }: EffectPorts,
  dispatch: (event: ScreenEvent) => void,
  signal: AbortSignal,
): Interpreter {
  const stopping = new AbortController();
  const ending = AbortSignal.any([signal, stopping.signal]);
  const underway = new Set<Promise<void>>();
  const tell = (event: ScreenEvent) => {
    if (!stopping.signal.aborted) dispatch(event);
  };
  const search = createSearch(engine, event => tell({ kind: 'engine', event }), ending);
  const guide = createGuide(tour, event => tell({ kind: 'tour', event }), ending);

  const perform = async (effect: Effect): Promise<void> => {
    switch (effect.to) {
      case 'engine':
        return search.perform(effect);
      case 'progress':
        // What is learned last is saved when nothing else is told any more.
        return performOnProgress(progress, effect, event => dispatch({ kind: 'progress', event }));
      case 'shell':
        return performOnShell(shell, effect, event => tell({ kind: 'shell', event }), ending);
      case 'terminal':
        return terminal.leave();
      case 'tour':
        return guide.perform(effect);
      case 'watch':
        return watches.perform(effect);
    }
  };

  const idle = async () => {
    // What has ended may have asked for more.
    while (underway.size > 0) await Promise.allSettled(underway);
  };

  return {
    idle,
    run: effect => {
      const doing = perform(effect)
        .catch((error: unknown) => {
          const failure = failureOf(effect, error, Date.now());
          // What could not be saved is told even to a screen that closes: it is tried again from there.
          if (failure !== undefined) (effect.to === 'progress' ? dispatch : tell)(failure);
        })
        .finally(() => underway.delete(doing));
      underway.add(doing);
    },
    stop: async () => {
      stopping.abort();
      await Promise.all([shell.stop(), idle()]);
    },
  };
}
