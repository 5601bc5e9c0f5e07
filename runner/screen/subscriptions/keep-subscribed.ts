/** Listens to what is wanted, and to nothing else. */
export interface Subscriptions<Wanted> {
  /** Ends what is no longer wanted, goes on with what still is, and starts what is new. */
  adjust(wanted: readonly Wanted[]): void;
  /** Ends all of it, for good. */
  stop(): void;
}

/** No subscription yet. `start` listens until its signal aborts. */
export function keepSubscribed<Wanted extends { readonly key: string }>(
  start: (wanted: Wanted, signal: AbortSignal) => void,
): Subscriptions<Wanted> {
  const running = new Map<string, AbortController>();
  let isOver = false;
  const end = (keys: readonly string[]) => {
    for (const key of keys) {
      const stopping = running.get(key);
      running.delete(key);
      stopping?.abort();
    }
  };
  return {
    adjust: wanted => {
      if (isOver) return;
      const keys = new Set(wanted.map(({ key }) => key));
      end([...running.keys()].filter(key => !keys.has(key)));
      const fresh = wanted.filter(({ key }) => !running.has(key));
      // All are noted before the first one starts: what it tells at once may already change what is wanted.
      const started = fresh.map(one => ({ one, stopping: new AbortController() }));
      for (const { one, stopping } of started) running.set(one.key, stopping);
      for (const { one, stopping } of started) if (!stopping.signal.aborted) start(one, stopping.signal);
    },
    stop: () => {
      isOver = true;
      end([...running.keys()]);
    },
  };
}
