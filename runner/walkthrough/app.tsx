import { render, useApp } from 'ink';
import { useEffect, useSyncExternalStore } from 'react';
import { Screen } from './components/screen.tsx';
import { useEngine } from './hooks/use-engine.ts';
import { useKeys } from './hooks/use-keys.ts';
import { useSize } from './hooks/use-size.ts';
import { useTicks } from './hooks/use-ticks.ts';
import { useWatch } from './hooks/use-watch.ts';
import type { World } from './ports.ts';
import { reduce } from './reducer.ts';
import type { ScreenEvent, Start, State } from './state.ts';
import { initialState } from './state.ts';
import { createStore, type Store } from './store.ts';
import { createWatcher, type Watcher } from './watcher.ts';

/** The screen: keys, watch and time go into the reducer, and what it says is drawn. */
export function App({ store, world, watcher, colour }: AppProps) {
  const state = useSyncExternalStore(store.subscribe, store.getState);
  const { dispatch } = store;
  const { exit } = useApp();
  const size = useSize(dispatch);
  useTicks(state, dispatch);
  useEngine(world.engine, state, dispatch);
  useWatch(watcher, state, dispatch);
  useKeys(dispatch);
  useEffect(() => {
    if (state.left) exit();
  }, [state.left, exit]);
  return <Screen state={{ ...state, size }} colour={colour} />;
}

export interface AppProps {
  readonly store: Store<State, ScreenEvent>;
  readonly world: World;
  readonly watcher: Watcher;
  readonly colour: boolean;
}

/** What the screen needs of its surroundings. */
export interface WalkthroughOptions {
  readonly start: Omit<Start, 'size' | 'now'>;
  readonly colour: boolean;
  readonly world: World;
  /** Closes the screen when it aborts. */
  readonly signal: AbortSignal;
}

/**
 * Opens the screen on the terminal and returns how it looked when it was closed and every watch has cleaned up. Both
 * standard input and output must be terminals.
 */
export async function openWalkthrough(options: WalkthroughOptions): Promise<State> {
  const watcher = createWatcher(options.world.watch, options.signal);
  const { columns = 80, rows = 24 } = process.stdout;
  const start: Start = { ...options.start, size: { columns, rows }, now: Date.now() };
  const store = createStore(reduce, initialState(start));
  // Before the first frame: a key that comes earlier would be changed, or echoed, by the terminal's line editing.
  process.stdin.setRawMode(true);
  const app = render(<App store={store} world={options.world} watcher={watcher} colour={options.colour} />, {
    alternateScreen: true,
    exitOnCtrlC: false,
    incrementalRendering: true,
    interactive: true,
    patchConsole: true,
  });
  const close = () => app.unmount();
  options.signal.addEventListener('abort', close, { once: true });
  if (options.signal.aborted) close();
  try {
    await app.waitUntilExit();
    return store.getState();
  } finally {
    options.signal.removeEventListener('abort', close);
    app.unmount();
    process.stdin.setRawMode(false);
    await watcher.settled();
  }
}
