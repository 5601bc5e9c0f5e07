import { render, useApp } from 'ink';
import { useEffect, useReducer } from 'react';
import type { Report } from '../report/report.ts';
import { Screen } from './components/screen.tsx';
import { useKeys } from './hooks/use-keys.ts';
import { useSize } from './hooks/use-size.ts';
import { useTicks } from './hooks/use-ticks.ts';
import { useWatch } from './hooks/use-watch.ts';
import { reduce } from './reducer.ts';
import type { Start } from './state.ts';
import { initialState } from './state.ts';
import { createWatcher, type Watch, type Watcher } from './watcher.ts';

/** The screen: keys, watch and time go into the reducer, and what it says is drawn. */
export function App({ start, watcher, colour }: { start: Start; watcher: Watcher; colour: boolean }) {
  const [state, dispatch] = useReducer(reduce, start, initialState);
  const { exit } = useApp();
  const size = useSize(dispatch);
  useTicks(state, dispatch);
  useWatch(watcher, state, dispatch);
  useKeys(dispatch);
  useEffect(() => {
    if (state.left) exit(state.reports);
  }, [state.left, state.reports, exit]);
  return <Screen state={{ ...state, size }} colour={colour} />;
}

/** What the screen needs of the world. */
export interface WalkthroughOptions {
  readonly start: Omit<Start, 'size' | 'now'>;
  readonly colour: boolean;
  readonly watch: Watch;
  /** Closes the screen when it aborts. */
  readonly signal: AbortSignal;
}

/**
 * Opens the screen on the terminal and returns the last report of each challenge that was opened, when it is closed and
 * every watch has cleaned up. Both standard input and output must be terminals.
 */
export async function openWalkthrough(options: WalkthroughOptions): Promise<Readonly<Record<string, Report>>> {
  const watcher = createWatcher(options.watch, options.signal);
  const { columns = 80, rows = 24 } = process.stdout;
  const start: Start = { ...options.start, size: { columns, rows }, now: Date.now() };
  // Before the first frame: a key that comes earlier would be changed, or echoed, by the terminal's line editing.
  process.stdin.setRawMode(true);
  const app = render(<App start={start} watcher={watcher} colour={options.colour} />, {
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
    return ((await app.waitUntilExit()) ?? {}) as Readonly<Record<string, Report>>;
  } finally {
    options.signal.removeEventListener('abort', close);
    app.unmount();
    process.stdin.setRawMode(false);
    await watcher.settled();
  }
}
