/** A state that changes only by events, at once: whoever dispatches one sees the new state when `dispatch` returns. */
export interface Store<State, Event> {
  getState(): State;
  dispatch(event: Event): void;
  /** Calls `listener` after every change, until the returned function is called. */
  subscribe(listener: () => void): () => void;
}

/**
 * A store outside of React: what reads keys has to know where the next one goes before React has drawn anything. Each effect
 * is performed once, after everybody has heard of the state that asks for it; what comes of it is a new event.
 */
export function createStore<State, Event, Effect>(
  reduce: (state: State, event: Event) => { readonly state: State; readonly effects: readonly Effect[] },
  initial: State,
  perform: (effect: Effect) => void = () => {},
): Store<State, Event> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    getState: () => state,
    dispatch: event => {
      const next = reduce(state, event);
      if (next.state !== state) {
        state = next.state;
        for (const listener of [...listeners]) listener();
      }
      for (const effect of next.effects) perform(effect);
    },
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
