import { messageOf } from '../../../base/errors.ts';
import type { TourPort } from '../../ports.ts';
import type { ScreenEvent, State } from '../../state.ts';
import type { Store } from '../../store.ts';
import type { TourEvent, TourWish } from './state.ts';

/** What a command says is passed on in bundles: it can say a lot. In milliseconds. */
const bundleMs = 40;
/** What is not yet passed on is kept to this length, in characters: the page keeps no more of it either. */
const bundleLength = 64_000;

/** Does what the tours' pages wish for, and tells them what becomes of it. */
export interface Guide {
  /** Ends what still runs, and waits for it. */
  stop(): Promise<void>;
}

/**
 * Guides from the moment it is made: each new wish in the state is done once. What runs goes on while its page is closed;
 * it ends at `stop`, or when the signal aborts.
 */
export function createGuide(port: TourPort, store: Store<State, ScreenEvent>, signal: AbortSignal): Guide {
  const stopping = new AbortController();
  const ending = AbortSignal.any([signal, stopping.signal]);
  const underway = new Set<Promise<void>>();
  const runs = new Map<number, AbortController>();
  let done = 0;
  const tell = (event: TourEvent) => {
    if (!stopping.signal.aborted) store.dispatch({ kind: 'tour', event });
  };

  const fulfil = async (wish: TourWish): Promise<void> => {
    const { challenges, language } = store.getState();
    const challenge = challenges.find(({ id }) => id === wish.challenge);
    if (challenge === undefined) return;
    const about = { challenge: challenge.id };
    switch (wish.kind) {
      case 'look':
        return tell({ ...about, kind: 'looked', ground: await port.look(challenge, ending) });
      case 'remove':
        return tell({ ...about, kind: 'removed', things: await port.remove(challenge, ending) });
      case 'stop':
        return runs.get(wish.run)?.abort();
      case 'run': {
        const of = { ...about, step: wish.step, run: wish.number };
        const ended = new AbortController();
        runs.set(wish.number, ended);
        const bundle = bundled(text => tell({ ...of, kind: 'output', text }));
        tell({ ...of, kind: 'started', at: Date.now() });
        const runSignal = AbortSignal.any([ending, ended.signal]);
        const end = await port.run(challenge, wish.command, { language, signal: runSignal, output: bundle.add });
        runs.delete(wish.number);
        bundle.flush();
        return tell({ ...of, kind: 'ended', end, at: Date.now() });
      }
    }
  };

  const look = () => {
    const fresh = store.getState().tour.wishes.filter(({ number }) => number > done);
    done = fresh.at(-1)?.number ?? done;
    for (const wish of fresh) {
      const doing = fulfil(wish)
        .catch((error: unknown) => tell({ challenge: wish.challenge, kind: 'trouble', message: messageOf(error) }))
        .finally(() => underway.delete(doing));
      underway.add(doing);
    }
  };
  const unsubscribe = store.subscribe(look);
  return {
    stop: async () => {
      unsubscribe();
      stopping.abort();
      await Promise.allSettled(underway);
    },
  };
}

function bundled(tell: (text: string) => void): { add(text: string): void; flush(): void } {
  let kept = '';
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (kept !== '') tell(kept);
    kept = '';
  };
  return {
    add: text => {
      kept = (kept + text).slice(-bundleLength);
      timer ??= setTimeout(flush, bundleMs);
    },
    flush,
  };
}
